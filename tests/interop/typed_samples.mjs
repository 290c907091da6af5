// Writes a TypeScript file that assigns every JSON sample of a release to the types that a generator made.
//
//   node typed_samples.mjs bare|openapi SAMPLES OUT.ts
//
// bare:    types of json-schema-to-typescript, one module per message envelope, ./<Id>.envelope.d.ts
// openapi: types of openapi-typescript, ./openapi.d.ts
// A literal is checked for members that the type does not have, and for the codes it knows; a file that must not compile
// (one wrong code, one unknown member) stands beside it, so that the check itself is checked.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [form, samples, out] = process.argv.slice(2);
const used = new Set();
const lines = [];
let first;
const type = (id) => (form === 'bare' ? `${id}Envelope` : `components['schemas']['${id}Envelope']`);
for (const name of readdirSync(samples).filter((name) => name.endsWith('.json')).sort()) {
  const sample = JSON.parse(readFileSync(join(samples, name), 'utf8'));
  if (!sample.header) continue;
  used.add(sample.header.bericht);
  first ??= sample;
  lines.push(`export const s${lines.length}: ${type(sample.header.bericht)} = ${JSON.stringify(sample)};`);
}
const imports = form === 'bare'
  ? [...used].map((id) => `import type { ${id}Envelope } from './${id}.envelope';`)
  : [`import type { components } from './openapi';`];
writeFileSync(out, [...imports, ...lines, ''].join('\n'));
const wrong = [
  { ...first, header: { ...first.header, afzenderType: 'BESTAAT_NIET' } },
  { ...first, inhoud: { ...first.inhoud, bestaatNiet: true } },
];
const id = first.header.bericht;
const head = form === 'bare' ? `import type { ${id}Envelope } from './${id}.envelope';` : imports[0];
wrong.forEach((value, number) => {
  const line = `export const wrong: ${type(id)} = ${JSON.stringify(value)};`;
  writeFileSync(out.replace(/\.ts$/, `.wrong${number}.ts`), `${head}\n${line}\n`);
});
console.log(`${form}: ${lines.length} samples of ${used.size} messages`);
