// JSON Schema by ajv. node ajv.mjs SCHEMAS MODULES; one JSON object per line in, one per line out, see README.md.
//
// Strict mode stays on: a keyword that ajv would pass over in silence stops the run.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [schemas, modules] = process.argv.slice(2);
const { Ajv2020 } = createRequire(join(modules, 'x.js'))('ajv/dist/2020');
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, messages: false });
for (const note of ['codes', 'constraint', 'content', 'name', 'nl', 'open', 'proposed', 'source']) ajv.addKeyword(`x-${note}`);

const compiled = new Map();
function validator(name) {
  if (!compiled.has(name)) {
    const schema = JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), 'utf8'));
    compiled.set(name, ajv.compile(schema));
  }
  return compiled.get(name);
}

function verdict({ schema, document }) {
  const check = validator(schema);
  let value;
  try {
    value = JSON.parse(document.replace(/^\ufeff/, ''));
  } catch (error) {
    return { accepts: false, why: 'not JSON' };
  }
  if (check(value)) return { accepts: true, why: '' };
  const [first] = check.errors;
  return { accepts: false, why: `${first.keyword} at ${first.instancePath}` };
}

createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => {
  process.stdout.write(`${JSON.stringify(verdict(JSON.parse(line)))}\n`);
});
