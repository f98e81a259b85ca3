#!/usr/bin/env node
/**
 * The command line, `npx countermark ...`. Node 20 can run this file: it makes sure that the packages are there,
 * then hands over to Node 24. Nothing but the command's own answer goes to stdout, so `--json` can be piped.
 */
import { handOver, ours, ready } from './src/main/bootstrap.mjs';

if (await ready()) handOver([ours('src/main/cli.ts'), ...process.argv.slice(2)]);
