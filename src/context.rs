//! The state and the dispatcher, provided to every component of the page.

use std::rc::Rc;

use yew::prelude::*;

use app::{Model, Msg};

/// The model, compared by pointer: the reducer makes a new one for each change.
#[derive(Clone)]
struct SharedModel(Rc<Model>);

impl PartialEq for SharedModel {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Separate from the model, so that components that only send messages are not rendered again after each
/// change.
#[derive(Clone, PartialEq)]
struct Dispatcher(Callback<Msg>);

/// Provides both to the components in `content`.
pub fn provide(model: &Rc<Model>, send: &Callback<Msg>, content: Html) -> Html {
    html! {
        <ContextProvider<Dispatcher> context={Dispatcher(send.clone())}>
            <ContextProvider<SharedModel> context={SharedModel(model.clone())}>
                { content }
            </ContextProvider<SharedModel>>
        </ContextProvider<Dispatcher>>
    }
}

/// The state. The component is rendered again after each change.
#[hook]
pub fn use_model() -> Rc<Model> {
    use_context::<SharedModel>().expect("the root provides the model").0
}

/// The callback that sends a message to the state.
#[hook]
pub fn use_send() -> Callback<Msg> {
    use_context::<Dispatcher>().expect("the root provides the dispatcher").0
}
