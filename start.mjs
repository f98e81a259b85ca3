/**
 * What `npm start`, `npm run demo`, `npm run demo:network`, `npm test`, `npm run bench` and `npm run check` run. Node 20 can run this file:
 * it makes sure that the packages are there, then hands over to Node 24. See src/main/bootstrap.mjs.
 */
import { handOver, listTestFiles, ours, ready } from './src/main/bootstrap.mjs';

const TARGETS = {
  start: [ours('src/main/start.ts')],
  demo: [ours('src/main/start.ts'), '--demo'],
  'demo:network': [ours('src/main/start-network.ts')],
  bench: [ours('bench/run.ts')],
  check: [ours('test/check.ts')],
};

const [word = '', ...rest] = process.argv.slice(2);

if (word === 'test') {
  const files = listTestFiles(rest);
  if (files.length === 0) {
    console.error(
      rest.length === 0
        ? 'No test was found: expected files named *.test.ts below src or test.'
        : `No test was found whose path contains ${rest.join(' or ')}. Run "npm test" alone to run all.`,
    );
    process.exit(1);
  }
  if (await ready()) {
    // A Chromium for linux x64 is among the packages, so there the journeys in a browser may not be left out.
    if (process.platform === 'linux' && process.arch === 'x64')
      process.env.COUNTERMARK_BROWSER ??= 'required';
    handOver(['--test', '--test-concurrency=2', '--test-reporter=spec', ...files.map(ours)]);
  }
} else if (Object.hasOwn(TARGETS, word)) {
  if (await ready()) handOver([...TARGETS[word], ...rest]);
} else {
  console.error(
    `Expected one of ${Object.keys(TARGETS).join(', ')} or test after start.mjs; ${word === '' ? 'nothing' : `"${word}"`} came. ` +
      'Most people want "npm start" or "npm run demo".',
  );
  process.exit(2);
}
