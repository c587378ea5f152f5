// Validates the JSON on standard input against the JSON Schema (draft 2020-12) in the file named as argument.
// Ends with 1 and one line for each violation, with 2 if the schema itself is unusable.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

// Generated schemas name formats such as `uint32` for integers: these are hints for code generators, not rules to check.
// A list of types is how they mark a value as nullable.
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false });

const read = (source, what) => {
  try {
    return JSON.parse(readFileSync(source, "utf8"));
  } catch (problem) {
    console.error(`${what}: ${problem.message}`);
    process.exit(2);
  }
};

const compile = (schema) => {
  try {
    return ajv.compile(schema);
  } catch (problem) {
    console.error(`the schema cannot be used: ${problem.message}`);
    process.exit(2);
  }
};

const validate = compile(read(process.argv[2], "the schema"));
if (!validate(read(0, "the document"))) {
  for (const { instancePath, message, params } of validate.errors) {
    console.error(`${instancePath || "/"} ${message} ${JSON.stringify(params)}`);
  }
  process.exitCode = 1;
}
