/** Every role that a register begins with is called by a name of its own in every language of the pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_ROLES } from '../../src/domain/access/default-roles.data.ts';
import { CATALOGUES, LANGUAGES } from '../../src/doors/web/words/languages.ts';

for (const language of LANGUAGES)
  test(`the roles have names, ${language}`, () => {
    const { roles } = CATALOGUES[language];
    const named = DEFAULT_ROLES.map(({ name }) => roles[name]);
    assert.deepEqual(
      DEFAULT_ROLES.filter(({ name }) => !roles[name]).map(({ name }) => name),
      [],
    );
    assert.equal(new Set(named).size, named.length, 'no two share a name');
  });
