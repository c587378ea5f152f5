// Validates the JSON on standard input against the JSON Schema (draft 2020-12) in the file that is named.
// Ends with 1 and one line for each violation, with 2 where the schema itself is of no use.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

// Generated schemas name formats such as `uint32` for integers: they are notes for programs, not rules here.
// A list of types is how they say that a value may be missing.
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
