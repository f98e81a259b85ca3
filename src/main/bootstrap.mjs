/**
 * From a bare clone and Node 20 to a running program under Node 24: installs the packages of package-lock.json when
 * they are missing or old, then runs a file of ours under Node 24 and passes signals and the exit code through.
 *
 * Plain JavaScript without packages, because it runs before there are any. All words go to stderr: stdout belongs to
 * the program. What could go wrong: no network at the first run, a clone that cannot be written, two first runs at
 * once (a lock held by the kernel through `flock`, so that none is left behind), a machine that is neither x64 nor
 * arm64 Linux.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.countermark-installed');
const CACHE = path.join(ROOT, '.cache');
/** What Node made of our files is kept here, so that a command begins sooner; safe to remove. */
const COMPILED = path.join(CACHE, 'compiled');
const LOCK_HELD_CODE = 75;
const SAME_SIGINT_MS = 1000;

const say = (text) => process.stderr.write(`${text}\n`);

/** The full path of a file of ours, wherever the command was given. */
export function ours(file) {
  return path.join(ROOT, file);
}

/** The full path of a program on this machine, or undefined; also looks where only root's PATH points. */
function findProgram(name) {
  const folders = `${process.env.PATH ?? ''}:/usr/bin:/bin:/usr/sbin:/sbin`
    .split(':')
    .filter(path.isAbsolute);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The packages as they should stand: the lockfile and the machine it was installed for. */
function wantedStamp() {
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

function isInstalled() {
  try {
    if (readFileSync(STAMP, 'utf8') === wantedStamp()) return true;
  } catch {
    // No stamp: somebody may have run `npm ci` by hand.
  }
  if (!isInstalledByHand()) return false;
  writeStamp();
  return true;
}

/** True where npm's own note of what it installed agrees with the lockfile, optional packages of this machine included. */
function isInstalledByHand() {
  try {
    const wanted = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages;
    const found = JSON.parse(readFileSync(path.join(MODULES, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([place, entry]) => {
      if (place === '') return true;
      if (found[place] === undefined) return entry.optional === true && !isForThisMachine(entry);
      return found[place].version === entry.version && existsSync(path.join(ROOT, place));
    });
  } catch {
    return false;
  }
}

function isForThisMachine(entry) {
  const allows = (list, value) => list === undefined || list.includes(value);
  // A package bound to the other C library is as foreign as one for another processor.
  return allows(entry.os, process.platform) && allows(entry.cpu, process.arch) && allows(entry.libc, 'glibc');
}

/** True for the owner of the clone: anybody else, root above all, would leave files there that the owner cannot remove. */
function isOurs() {
  return statSync(ROOT).uid === process.getuid();
}

function writeStamp() {
  try {
    writeFileSync(STAMP, wantedStamp());
  } catch {
    // A clone that cannot be written works as well; it is only checked at length each time.
  }
}

/** Makes sure that the packages stand as the lockfile says; false, with the exit code set, where that failed. */
export async function ready() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    say(`Countermark runs on Linux on x64 or arm64; this machine is ${process.platform} on ${process.arch}.`);
    process.exitCode = 1;
    return false;
  }
  if (isInstalled()) return true;
  const code = installUnderLock();
  if (code !== 0) process.exitCode = code;
  return code === 0;
}

function installUnderLock() {
  try {
    mkdirSync(CACHE, { recursive: true });
    accessSync(ROOT, constants.W_OK);
  } catch (error) {
    say(
      `The packages must be installed, but ${ROOT} cannot be written (${error.code}). Run this as its owner once.`,
    );
    return 1;
  }
  const flock = findProgram('flock');
  const lock = path.join(CACHE, 'installing.lock');
  const self = [process.execPath, fileURLToPath(import.meta.url), 'install'];
  // stdout of the installer goes to our stderr, so that it can never mix with an answer in JSON.
  const run = (command) => {
    const ended = spawnSync(command[0], command.slice(1), { cwd: ROOT, stdio: ['ignore', 2, 2] });
    return ended.status ?? 128 + (os.constants.signals[ended.signal] ?? 1);
  };
  if (flock === undefined) return run(self);
  const code = run([flock, '-n', '-E', String(LOCK_HELD_CODE), lock, ...self]);
  if (code !== LOCK_HELD_CODE) return code;
  say('Another process is installing the packages of this clone; waiting for it.');
  return run([flock, lock, ...self]);
}

/** The environment for npm: without what an outer npm says about its own command. */
function cleanEnvironment() {
  const ofOuter =
    /^npm_(command|lifecycle_|package_|node_execpath|config_(local_prefix|prefix|global|omit|include|package|call|yes)$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofOuter.test(name)));
}

function npmCommand() {
  const outer = process.env.npm_execpath;
  if (outer !== undefined && path.basename(outer) === 'npm-cli.js' && existsSync(outer))
    return [process.execPath, outer];
  const npm = findProgram('npm');
  return npm === undefined ? undefined : [npm];
}

/** Runs `npm ci`; called with the lock held. Gives the exit code. */
function install() {
  if (isInstalled()) return 0;
  const npm = npmCommand();
  if (npm === undefined) {
    say(
      'The packages must be installed, but there is no npm on this machine. Install npm (Debian: apt install npm).',
    );
    return 1;
  }
  say('Installing the packages of package-lock.json (about 200 MB once; a minute or two) ...');
  const started = Date.now();
  // Scripts of packages are not run: none of ours needs one, and fewer strangers run code here.
  const options = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  const ended = spawnSync(npm[0], [...npm.slice(1), ...options, '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: cleanEnvironment(),
  });
  if (ended.status !== 0) {
    say(
      `The packages could not be installed: "npm ci" ended with ${ended.status ?? ended.signal ?? ended.error?.message}. ` +
        'What npm said stands above. The first run needs the network (or a filled npm cache) and about 600 MB of ' +
        'disk; after that none is needed. Mend that and run the same command again.',
    );
    return ended.status === null || ended.status === 0 ? 1 : ended.status;
  }
  writeStamp();
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  return 0;
}

/** The Node that runs our TypeScript: this one where it is new enough, else the one among the packages. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const node = path.join(MODULES, `node-linux-${process.arch}`, 'bin', 'node');
  return isExecutable(node) ? node : undefined;
}

/** The test files below src and test whose path contains one of the patterns, or all where there is no pattern. */
export function listTestFiles(patterns) {
  const below = (folder) =>
    existsSync(path.join(ROOT, folder))
      ? readdirSync(path.join(ROOT, folder), { recursive: true }).map((name) =>
          path.join(folder, String(name)),
        )
      : [];
  return ['src', 'test']
    .flatMap(below)
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)))
    .sort();
}

/** Room for what lives for one batch only: with less of it, bulk work spends a fifth of its time on moving it about. */
const YOUNG_SPACE = '--max-semi-space-size=32';

/**
 * Runs Node 24 with these arguments and ends as it ends.
 *
 * The program runs in a session of its own, so that a Ctrl-C, which reaches every process of the terminal, and the
 * copies that npm adds, come to it once and through us: the first asks it to end, one more than a second later forces.
 * Should we be killed ourselves, the kernel sends it SIGTERM (`setpriv --pdeathsig`).
 */
export function handOver(args) {
  const node = findNode();
  if (node === undefined) {
    say(
      `Node 24 is missing among the packages (node-linux-${process.arch}). Remove node_modules and run this again.`,
    );
    process.exitCode = 1;
    return;
  }
  const setpriv = findProgram('setpriv');
  const command = [
    ...(setpriv === undefined ? [] : [setpriv, '--pdeathsig', 'TERM']),
    node,
    YOUNG_SPACE,
    ...args,
  ];
  const child = spawn(command[0], command.slice(1), {
    stdio: 'inherit',
    detached: setpriv !== undefined,
    env: isOurs() ? { NODE_COMPILE_CACHE: COMPILED, ...process.env } : process.env,
  });
  let firstInterrupt;
  process.on('SIGINT', () => {
    const now = Date.now();
    if (firstInterrupt !== undefined && now - firstInterrupt < SAME_SIGINT_MS) return;
    child.kill(firstInterrupt === undefined ? 'SIGINT' : 'SIGKILL');
    firstInterrupt ??= now;
  });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'])
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(`Node 24 could not be started: ${error.message}.`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal] ?? 1)));
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'install')
  process.exitCode = install();
