/** The description of the API is valid, complete, and tells of every act what it takes and answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ACTS } from '../../src/acts/all-acts.ts';
import { EXAMPLES } from '../../src/doors/api/examples.data.ts';
import { describeApi } from '../../src/doors/api/openapi.ts';

test('an independent validator finds the description valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const found = await validator.validate(JSON.parse(JSON.stringify(describeApi())));
  assert.ok(found.valid, JSON.stringify(found));
  assert.equal(validator.version, '3.1');
});

test('every act has a path, a shape of what it answers, and an example it can read', () => {
  const { paths } = describeApi();
  for (const act of ACTS) {
    assert.ok(paths[`/api/v1/${act.name}`]?.post, act.name);
    assert.ok(act.output, `${act.name} says what it answers: give it an output`);
    assert.ok(Object.hasOwn(EXAMPLES, act.name), `${act.name} has an example in examples.data.ts`);
    const read = act.input.safeParse(EXAMPLES[act.name]);
    assert.ok(read.success, `${act.name}: ${read.error?.message}`);
  }
  assert.equal(Object.keys(paths).filter((path) => path.startsWith('/api/v1/')).length >= ACTS.length, true);
});

test('the description tells of refusals, rates and clauses wherever they stand', () => {
  for (const [path, item] of Object.entries(describeApi().paths)) {
    const operation = item.post ?? item.get!;
    for (const status of ['401', '403', '404', '409', '422', '429', '500', '503'])
      assert.ok(operation.responses[status], `${path} ${status}`);
    assert.ok(Array.isArray(operation['x-clauses']), path);
  }
});
