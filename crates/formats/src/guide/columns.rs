//! What the columns of a table are, and what its rows are then.

use std::collections::{HashMap, HashSet};

use super::dates;
use super::items::take_materials;
use super::line::Line;
use super::marker::{self, Kind};
use super::times;
use super::titles;
use super::words;
use crate::effort::{self, Estimate};
use crate::outline::{OutlinePhase, OutlineTopic};
use crate::vocabulary;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Topic,
    /// What several rows may have in common.
    Group,
    /// Where in a schedule.
    Position(Kind),
    /// How long, with the unit if the heading says it.
    Duration(&'static str),
    /// How much a week, or altogether.
    Effort(&'static str),
    /// From when to when.
    Dates,
    Materials,
    Project,
    Status,
    Other,
}

const TOPICS: &str = "topic topics course courses name subject subjects title skill skills concept concepts focus content contents \
    lesson lessons task tasks activity activities theme area what learn learning study book technology tool item \
    thema themen kurs name inhalt aufgabe sujet sujets cours nom matière contenu tema temas curso nombre asignatura contenido \
    tarea nome assunto conteúdo disciplina corso argomento argomenti materia тема темы курс название предмет содержание задача \
    konu konular ders temat kurs onderwerp vak chủ đề tên topik mata materi nama विषय الموضوع المادة المواضيع \
    主题 主題 课程 課程 名称 名稱 内容 內容 知识点 科目 トピック 科目名 学習内容 주제 과목 내용 이름";

const GROUPS: &str = "phase module modules stage section unit level step part category semester term track sprint chapter \
    milestone block year group modul stufe abschnitt einheit kategorie étape niveau module catégorie fase etapa módulo nivel \
    unidad categoría nível unidade categoria modulo livello этап фаза модуль уровень раздел категория блок семестр aşama \
    modül seviye bölüm etap moduł poziom giai đoạn mô-đun tahap modul tingkat चरण मॉड्यूल المرحلة الوحدة المستوى \
    阶段 階段 模块 章节 級別 级别 学期 フェーズ 段階 章 단계 모듈 레벨 단원";

const DURATIONS: &str = "duration time length estimate estimated timeline timeframe dauer zeit zeitaufwand umfang durée temps duración \
    tiempo duração tempo durata длительность продолжительность время срок süre czas duur tijd thời gian durasi waktu अवधि المدة \
    时长 時長 时间 時間 期間 所要時間 学習時間 기간 시간 학습시간 소요시간";

const DATES: &str = "date dates period when calendar datum daten zeitraum période date fecha fechas período datas даты дата период tarih tarihler \
    日期 日付 期间 期間 날짜 기간";

const EFFORTS: &str = "effort workload load aufwand effort esfuerzo esforço impegno нагрузка";

const HOURS: &str = "hours hour hrs hr h stunden std heures horas ore часы часов saat godziny uur jam giờ घंटे ساعات 小时 小時 時間数";

const MATERIALS: &str = "resource resources link links url urls material materials reference references video videos source sources \
    reading readings ressourcen quellen ressources liens recursos enlaces risorse ресурсы ссылка ссылки материалы kaynak kaynaklar \
    zasoby bronnen tài liệu sumber المصادر الموارد 资源 資源 链接 参考 資料 リンク 리소스 자료 링크";

const PROJECTS: &str = "project projects deliverable deliverables assignment capstone projekt projekte projet projets proyecto proyectos \
    projeto projetos progetto проект проекты proje projekt dự án proyek مشروع المشروع 项目 專案 プロジェクト 프로젝트";

const STATUS: &str = "status done completed complete finished progress ✓ ✅ ✔ ☑ stand erledigt fertig statut état fait estado hecho feito \
    concluído stato fatto статус готово сделано durum stan wykonano trạng thái selesai الحالة 状态 狀態 完成 ステータス 進捗 상태 완료";

const DONE: [&str; 22] = [
    "x",
    "[x]",
    "done",
    "yes",
    "y",
    "true",
    "completed",
    "complete",
    "finished",
    "100%",
    "erledigt",
    "fertig",
    "ja",
    "fait",
    "oui",
    "hecho",
    "sí",
    "feito",
    "готово",
    "да",
    "完成",
    "완료",
];

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Longer headings say nothing about their column.
const LONGEST_HEAD: usize = 80;

fn column(head: &str, at: usize) -> Column {
    if head.len() > LONGEST_HEAD {
        return Column::Other;
    }
    let head = head.trim().to_lowercase();
    let words: Vec<&str> = head
        .split([' ', '/', '(', ')', '.', ':', '_', '-', ',', '*', '&', '~', '≈', '\n'])
        .filter(|word| !word.is_empty())
        .collect();
    let any = |list: &str| words.iter().any(|word| has(list, word));
    // What was done is no plan.
    if any("spent actual logged taken") {
        return Column::Other;
    }
    let position = words.iter().find_map(|word| {
        let written = format!("{word} 1");
        marker::parse(&written).filter(marker::Marker::is_position).map(|marker| marker.kind)
    });
    let is_plural = |plurals: &[&str]| words.iter().any(|word| plurals.contains(word));
    if any(HOURS) {
        let is_rate = position.is_some() || head.contains("wk");
        return if is_rate { Column::Effort("hours/week") } else { Column::Duration("hours") };
    }
    match position {
        // "Weeks" beside the name of a course says how many.
        Some(Kind::Week)
            if at > 0 && (is_plural(&["weeks", "wochen", "semaines", "semanas"]) || any(DURATIONS)) =>
        {
            return Column::Duration("weeks");
        }
        Some(Kind::Day)
            if at > 0 && (is_plural(&["days", "tage", "jours", "días", "dias"]) || any(DURATIONS)) =>
        {
            return Column::Duration("days");
        }
        Some(Kind::Month) if at > 0 && (is_plural(&["months", "monate", "meses"]) || any(DURATIONS)) => {
            return Column::Duration("months");
        }
        Some(kind) if words.len() <= 2 => return Column::Position(kind),
        _ => {}
    }
    let kinds = [
        (STATUS, Column::Status),
        (PROJECTS, Column::Project),
        (EFFORTS, Column::Effort("")),
        (DURATIONS, Column::Duration("")),
        (DATES, Column::Dates),
        (GROUPS, Column::Group),
        (TOPICS, Column::Topic),
        (MATERIALS, Column::Materials),
    ];
    kinds.into_iter().find(|(list, _)| any(list)).map_or(Column::Other, |(_, column)| column)
}

/// What the cells of a column say that its heading does not: most of them are positions, or lengths and nothing else.
fn column_of_cells(rows: &[Vec<Line>], at: usize) -> Option<Column> {
    let cells: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.get(at))
        .map(|cell| cell.text.as_str())
        .filter(|cell| !cell.is_empty())
        .collect();
    let are_most = |count: usize| count > 1 && count * 3 >= cells.len() * 2;
    let positions = cells.iter().filter_map(|cell| marker::parse(cell).filter(marker::Marker::is_position));
    let kinds: Vec<Kind> = positions.map(|marker| marker.kind).collect();
    if are_most(kinds.len()) {
        return kinds.first().map(|&kind| Column::Position(kind));
    }
    if are_most(cells.iter().filter(|cell| dates::is_date(cell)).count()) {
        return Some(Column::Dates);
    }
    are_most(cells.iter().filter(|cell| times::alone(cell).is_some()).count()).then_some(Column::Duration(""))
}

/// The time of each row by the dates in one column, or from one column to another, by line, if no other column gives times.
fn intervals(columns: &[Column], rows: &[Vec<Line>]) -> HashMap<usize, Estimate> {
    let gives_time =
        |column: &Column| matches!(column, Column::Duration(_) | Column::Effort(_) | Column::Position(_));
    if columns.iter().any(gives_time) {
        return HashMap::new();
    }
    let column = |at: usize| -> Option<Vec<&str>> {
        rows.iter().map(|row| row.get(at).map(|cell| cell.text.as_str())).collect()
    };
    let dated = columns.iter().enumerate().filter(|(_, column)| **column == Column::Dates);
    let mut dates = dated.map(|(at, _)| column(at));
    let (Some(Some(from)), to) = (dates.next(), dates.next().flatten()) else { return HashMap::new() };
    let days = to.and_then(|to| dates::stretches(&from, &to)).or_else(|| dates::intervals(&from));
    let estimate = |days: u32| {
        let weeks = days.is_multiple_of(7).then(|| format!("{} weeks", days / 7));
        let time = times::value(&weeks.unwrap_or_else(|| format!("{days} days")))?;
        Some(Estimate { is_position: true, ..time })
    };
    let times = rows.iter().zip(days.unwrap_or_default());
    times.filter_map(|(row, days)| Some((row.first()?.number, estimate(days)?))).collect()
}

/// Whether the numbers of a column follow each other from the first on: "1-2", "3-6", "7-12" below "Weeks" say when, and
/// not how long.
fn run_on(rows: &[Vec<Line>], at: usize, kind: Kind) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| named(&cell.text, kind));
    let places: Vec<(u32, u32)> =
        cells.filter_map(|cell| marker::parse(&cell).map(|marker| marker.numbers)).collect();
    places.len() >= FEWEST_THAT_RUN_ON
        && places[0].0 <= 1
        && places.windows(2).all(|pair| pair[1].0 > pair[0].0 && pair[1].0 >= pair[0].1)
}

const FEWEST_THAT_RUN_ON: usize = 3;

/// The column that names what the numbers in another one count: "Saws" beside "3" below "Phase".
fn beside_numbers(columns: &[Column], rows: &[Vec<Line>], at: usize) -> Option<usize> {
    let are_most = |at: usize, is_so: &dyn Fn(&str) -> bool| {
        rows.iter().filter(|row| row.get(at).is_some_and(|cell| is_so(cell.text.trim()))).count() * 3
            >= rows.len() * 2
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let says = |text: &str| text.contains(char::is_alphabetic);
    let names =
        |&beside: &usize| matches!(columns[beside], Column::Topic | Column::Other) && are_most(beside, &says);
    are_most(at, &is_number).then(|| (at + 1..columns.len()).find(names))?
}

/// Further columns are not looked at.
const MOST_COLUMNS: usize = 50;

/// A table whose columns are known.
pub struct Columns<'a> {
    columns: Vec<Column>,
    rows: &'a [Vec<Line>],
    /// Of what its rows are called.
    title: usize,
    /// Of the numbers of its rows.
    number: Option<usize>,
    /// From the date of each row to that of the next one, by the line of the row.
    intervals: HashMap<usize, Estimate>,
    /// Of what several rows may have in common.
    group: Option<usize>,
}

impl<'a> Columns<'a> {
    /// `None` if no column says what a row is.
    pub fn new(head: &[Line], rows: &'a [Vec<Line>]) -> Option<Self> {
        let head = &head[..head.len().min(MOST_COLUMNS)];
        let mut columns: Vec<Column> =
            head.iter().enumerate().map(|(at, cell)| column(&cell.text, at)).collect();
        for (at, column) in columns.iter_mut().enumerate().filter(|(_, column)| **column == Column::Other) {
            *column = column_of_cells(rows, at).unwrap_or(Column::Other);
        }
        for (at, column) in columns.iter_mut().enumerate() {
            let kind = match column {
                Column::Duration("weeks") => Kind::Week,
                Column::Duration("days") => Kind::Day,
                Column::Duration("months") => Kind::Month,
                _ => continue,
            };
            if run_on(rows, at, kind) {
                *column = Column::Position(kind);
            }
        }
        let first = |columns: &[Column], wanted: &dyn Fn(Column) -> bool| {
            columns.iter().position(|&column| wanted(column))
        };
        let position = first(&columns, &|column| matches!(column, Column::Position(_)));
        let topic = first(&columns, &|column| column == Column::Topic);
        let group = first(&columns, &|column| column == Column::Group);
        let is_guessed = topic.is_none() && group.is_none() && position.is_none();
        let (title, group) = match (topic, group) {
            (Some(topic), group) => (topic, group.or(position)),
            (None, Some(group)) => (group, position),
            // What has a time is something to learn, whatever its column is called.
            (None, None) => {
                let is_timed = |column| matches!(column, Column::Position(_) | Column::Duration(_));
                first(&columns, &is_timed)?;
                (first(&columns, &|column| column == Column::Other)?, position)
            }
        };
        let (title, number) = match beside_numbers(&columns, rows, title) {
            Some(beside) => (beside, Some(title)),
            None => (title, None),
        };
        columns[title] = Column::Topic;
        let intervals = intervals(&columns, rows);
        Some(Self { columns, rows, title, number, intervals, group })
            .filter(|table| table.rows.iter().any(|row| table.title_of(row).is_some()))
            .filter(|table| !is_guessed || table.is_timed())
    }

    /// Whether a row is the header of a table: so many words that say what columns are, and no numbers.
    pub fn is_head(row: &[Line], at_least: usize) -> bool {
        let cells = || row.iter().take(MOST_COLUMNS).enumerate().filter(|(_, cell)| !cell.is_empty());
        let known = cells().filter(|(at, cell)| column(&cell.text, *at) != Column::Other).count();
        let has_number = cells().any(|(_, cell)| cell.text.contains(|letter: char| letter.is_ascii_digit()));
        !has_number && known >= at_least && cells().count() > 2
    }

    fn cell(&self, row: &'a [Line], wanted: impl Fn(Column) -> bool) -> Option<(&'a Line, Column)> {
        let mut cells = self.columns.iter().zip(row);
        cells
            .find(|&(&column, cell)| wanted(column) && !cell.is_empty())
            .map(|(&column, cell)| (cell, column))
    }

    /// Those that do not sum up the others.
    fn rows(&self) -> impl Iterator<Item = &'a Vec<Line>> {
        let is_total = |row: &&Vec<Line>| {
            row.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| words::heads_total(&cell.text))
        };
        self.rows.iter().filter(move |row| !is_total(row))
    }

    fn title_of(&self, row: &'a [Line]) -> Option<&'a Line> {
        row.get(self.title).filter(|cell| cell.text.contains(char::is_alphanumeric))
    }

    /// Whether most of its rows say how long they take, or when they come.
    pub fn is_timed(&self) -> bool {
        let timed = self.rows().filter(|row| self.time_of(row).is_some()).count();
        timed > 0 && timed * 2 >= self.len()
    }

    pub fn len(&self) -> usize {
        self.rows().count()
    }

    /// Whether a column says when a row comes.
    pub fn is_position(&self, at: usize) -> bool {
        matches!(self.columns.get(at), Some(Column::Position(_)))
    }

    /// The rows that have a time.
    pub fn times(&self) -> impl Iterator<Item = (&'a [Line], Estimate)> {
        self.rows().filter_map(|row| Some((row.as_slice(), self.time_of(row)?)))
    }

    fn time_of(&self, row: &'a [Line]) -> Option<Estimate> {
        let given = |wanted: &dyn Fn(Column) -> bool| {
            let (cell, column) = self.cell(row, wanted)?;
            let unit = match column {
                Column::Duration(unit) | Column::Effort(unit) => unit,
                _ => "",
            };
            Some(times::with_unit(&cell.text, unit))
        };
        let duration = given(&|column| matches!(column, Column::Duration(_))).unwrap_or_default();
        let effort = given(&|column| matches!(column, Column::Effort(_))).unwrap_or_default();
        let dates = || {
            let (cell, _) = self.cell(row, |column| matches!(column, Column::Dates | Column::Duration(_)))?;
            times::find(&cell.text).map(|(_, time)| time).filter(|time| time.is_position)
        };
        let interval = || self.intervals.get(&row.first()?.number).copied();
        effort::course(&duration, &effort).or_else(|| self.position_of(row)).or_else(dates).or_else(interval)
    }

    /// "3-4" below "Week" is two weeks long.
    fn position_of(&self, row: &'a [Line]) -> Option<Estimate> {
        let (cell, column) = self.cell(row, |column| matches!(column, Column::Position(_)))?;
        let Column::Position(kind) = column else { return None };
        times::value(&named(&cell.text, kind)).filter(|time| time.is_position)
    }

    /// Whether its first row has the first place in a schedule.
    pub fn begins(&self) -> bool {
        let first =
            self.rows().find_map(|row| self.cell(row, |column| matches!(column, Column::Position(_))));
        let Some((cell, Column::Position(kind))) = first else { return false };
        marker::parse(&named(&cell.text, kind)).is_some_and(|marker| marker.numbers.0 <= 1)
    }

    /// Whether most of its rows are headed like phases.
    pub fn are_marked(&self) -> bool {
        let is_marked = |row: &&Vec<Line>| {
            let first = row.iter().find(|cell| !cell.is_empty());
            let is_named =
                |cell: &Line| marker::parse(&cell.text).is_some_and(|marker| marker.kind != Kind::Number);
            first.is_some_and(is_named)
        };
        self.rows().filter(is_marked).count() * 3 >= self.len() * 2
    }

    /// Whether its rows are counted from the first on.
    pub fn are_numbered(&self) -> bool {
        let number = |row: &Vec<Line>| row.first()?.text.trim().parse::<usize>().ok();
        let numbers: Option<Vec<usize>> = self.rows().map(number).collect();
        numbers.is_some_and(|numbers| {
            numbers.len() > 2 && numbers[0] <= 1 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
        })
    }

    fn is_done(&self, row: &'a [Line]) -> bool {
        let Some((cell, _)) = self.cell(row, |column| column == Column::Status) else { return false };
        titles::sign(&cell.text) == Some(true) || DONE.contains(&cell.text.trim().to_lowercase().as_str())
    }

    fn topic(&self, row: &'a [Line], title: &Line) -> OutlineTopic {
        let (title, time) = titles::item(title);
        let mut topic = OutlineTopic { title, is_done: self.is_done(row), ..OutlineTopic::default() };
        topic.time = self.time_of(row).filter(|time| !time.is_position).or(time);
        self.links(row, &mut topic.materials);
        topic
    }

    fn links(&self, row: &'a [Line], materials: &mut Vec<roadmap::Material>) {
        for cell in row {
            take_materials(materials, &cell.links);
        }
    }

    fn project(&self, row: &'a [Line], phase: &mut OutlinePhase) {
        let Some((cell, _)) = self.cell(row, |column| column == Column::Project) else { return };
        let title = times::trimmed(words::project(&cell.text).unwrap_or(&cell.text));
        // A list rather than one project that has a comma in its name.
        let is_list = title.contains(['\n', ';']) || title.matches(',').count() > 1;
        let titles = if is_list { titles::parts(title) } else { vec![title.to_owned()] };
        phase.projects.extend(titles.into_iter().filter(|title| title.contains(char::is_alphanumeric)));
    }

    /// The places in a schedule that its rows take together.
    pub fn positions(&self) -> Vec<Estimate> {
        let mut last = "";
        let mut found = Vec::new();
        for row in self.rows() {
            let Some((cell, _)) = self.cell(row, |column| matches!(column, Column::Position(_))) else {
                continue;
            };
            if cell.text != last {
                last = &cell.text;
                found.extend(self.position_of(row));
            }
        }
        found
    }

    /// Its rows as topics of a phase.
    pub fn fill(&self, phase: &mut OutlinePhase) {
        for row in self.rows() {
            if let Some(title) = self.title_of(row) {
                phase.topics.push(self.topic(row, title));
            }
            self.project(row, phase);
        }
    }

    /// Its rows as phases; those with the same phase, module or week are one phase together.
    pub fn phases(&self, group: &str) -> Vec<OutlinePhase> {
        match self.group.filter(|_| self.are_grouped()) {
            Some(at) => self.grouped(at, group),
            None => self.rows().filter_map(|row| self.phase(row, group)).collect(),
        }
    }

    /// Whether some rows have the same in the column of groups, or nothing where that of the row above counts.
    fn are_grouped(&self) -> bool {
        let Some(at) = self.group else { return false };
        let mut keys: Vec<&str> = self.rows().filter_map(|row| Some(row.get(at)?.text.as_str())).collect();
        if let Column::Position(kind) = self.columns[at] {
            // "Flexible" says of no two rows that they come together.
            keys.retain(|key| key.is_empty() || times::value(&named(key, kind)).is_some());
        }
        let distinct: HashSet<&str> = keys.iter().copied().filter(|key| !key.is_empty()).collect();
        distinct.len() > 1 && distinct.len() < keys.len()
    }

    fn grouped(&self, at: usize, group: &str) -> Vec<OutlinePhase> {
        let mut phases: Vec<OutlinePhase> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        // The places in a schedule that each phase takes.
        let mut positions: Vec<Vec<(&str, Estimate)>> = Vec::new();
        let mut day = "";
        let mut present = None;
        for row in self.rows() {
            let key = row.get(at).map_or("", |cell| cell.text.as_str());
            if !key.is_empty() {
                present = Some(*known.entry(key).or_insert_with(|| {
                    phases.push(self.group_phase(&row[at], at, group));
                    positions.push(Vec::new());
                    phases.len() - 1
                }));
            }
            let (Some(at), Some(title)) = (present, self.title_of(row)) else { continue };
            let mut topic = self.topic(row, title);
            // The time of a day may stand in each of its rows.
            if let Some(cell) = self.place_within(row) {
                topic.time = topic.time.filter(|_| cell != day);
                day = cell;
            }
            phases[at].topics.push(topic);
            self.project(row, &mut phases[at]);
            if let Some(time) = self.position_of(row)
                && let Some((cell, _)) = self.cell(row, |column| matches!(column, Column::Position(_)))
                && positions[at].last().is_none_or(|(last, _)| *last != cell.text)
            {
                positions[at].push((&cell.text, time));
            }
        }
        for (phase, positions) in phases.iter_mut().zip(positions) {
            let times: Vec<Estimate> = positions.into_iter().map(|(_, time)| time).collect();
            let of_topics: Vec<Estimate> = phase.topics.iter().filter_map(|topic| topic.time).collect();
            let are_of_days = phase.topics.len() > of_topics.len() && !day.is_empty();
            let of_topics = if are_of_days { times::sum(&of_topics) } else { times_of_topics(phase) };
            phase.time = phase.time.or(of_topics).or_else(|| times::sum(&times));
        }
        phases.retain(|phase| !phase.topics.is_empty());
        phases
    }

    /// The place of a row within its group, such as the day in a week.
    fn place_within(&self, row: &'a [Line]) -> Option<&'a str> {
        let is_place = |column: &Column| matches!(column, Column::Position(_));
        let at = self
            .columns
            .iter()
            .rposition(is_place)
            .filter(|at| self.group.is_some_and(|group| group < *at))?;
        row.get(at).map(|cell| cell.text.as_str()).filter(|cell| !cell.is_empty())
    }

    fn group_phase(&self, cell: &Line, at: usize, group: &str) -> OutlinePhase {
        let text = match self.columns[at] {
            Column::Position(kind) => named(&cell.text, kind),
            _ => cell.text.clone(),
        };
        let heading = titles::heading(&text);
        OutlinePhase {
            title: heading.title,
            group: group.to_owned(),
            time: heading.time.filter(|time| !time.is_position),
            line: cell.number,
            is_optional: vocabulary::is_optional(&text),
            ..OutlinePhase::default()
        }
    }

    fn phase(&self, row: &'a [Line], group: &str) -> Option<OutlinePhase> {
        let cell = self.title_of(row)?;
        let above = self.group.and_then(|at| row.get(at)).filter(|above| {
            !titles::is_marker_alone(&above.text)
                && self.group.is_some_and(|at| self.columns[at] == Column::Group)
        });
        let mut phase =
            OutlinePhase { group: group.to_owned(), line: cell.number, ..OutlinePhase::default() };
        let heading = titles::heading(&above.unwrap_or(cell).text);
        phase.time = self.time_of(row).or(heading.time);
        phase.title = heading.title;
        phase.number = self.number.and_then(|at| row.get(at)?.text.trim().parse().ok());
        phase.is_optional = vocabulary::is_optional(&phase.title);
        // What a phase is about may list its topics.
        let listed = match above {
            Some(_) => titles::parts(&cell.text),
            None => self.topics_beside(row),
        };
        let is_done = self.is_done(row);
        let topic = |title| OutlineTopic { title, is_done, ..OutlineTopic::default() };
        phase.topics = listed.into_iter().map(topic).collect();
        if phase.topics.is_empty() && is_done {
            phase.topics.push(topic(phase.title.clone()));
        }
        self.links(row, &mut phase.materials);
        self.project(row, &mut phase);
        let says = |what: &dyn Fn(&str) -> bool| {
            let cell = self.cell(row, |column| matches!(column, Column::Duration(_)));
            phase.time.is_none() && cell.is_some_and(|(cell, _)| what(&cell.text))
        };
        let is_empty = phase.topics.is_empty() && phase.projects.is_empty();
        let (has_none, has_no_end) =
            (says(&|text| !text.contains(char::is_alphanumeric)), says(&words::is_ongoing));
        phase.is_milestone = is_empty && has_none;
        // What never ends is for those who want it.
        phase.is_optional |= has_no_end;
        Some(phase)
    }

    /// The topics in a second column of topics.
    fn topics_beside(&self, row: &'a [Line]) -> Vec<String> {
        let others = self.columns.iter().zip(row).enumerate();
        let beside = others.filter(|&(at, (&column, _))| at != self.title && column == Column::Topic);
        beside.flat_map(|(_, (_, cell))| titles::parts(&cell.text)).collect()
    }
}

/// The topics' times together, if all have one.
pub fn times_of_topics(phase: &OutlinePhase) -> Option<Estimate> {
    let times: Option<Vec<Estimate>> = phase.topics.iter().map(|topic| topic.time).collect();
    times.and_then(|times| times::sum(&times))
}

/// "3-4" below "Week" is "Week 3-4".
fn named(cell: &str, kind: Kind) -> String {
    if cell.contains(char::is_alphabetic) {
        return cell.to_owned();
    }
    let word = match kind {
        Kind::Day => "Day",
        Kind::Month => "Month",
        _ => "Week",
    };
    format!("{word} {cell}")
}
