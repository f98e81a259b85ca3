/**
 * How the embedded PostgreSQL is set: as `-c name=value` words of its command line, worked out anew at each start, so
 * that a home moved to another machine fits it. Nothing that was acknowledged may be lost: fsync, full_page_writes and
 * synchronous_commit stay on. Nothing personal may reach the log: no statements, parameters or details of errors.
 */
import fs from 'node:fs';
import os from 'node:os';

const MB = 1024 * 1024;
const SHARED_BUFFERS_MIN_MB = 64;
const SHARED_BUFFERS_MAX_MB = 8192;
const SHARED_MEMORY_NEEDED_MB = 256;
const WAL_MIN_MB = 1024;
const WAL_MAX_MB = 16_384;

/** Memory this process may count on: the machine's, or the container's where that is less. */
export function findMemoryMb(): number {
  const limit = process.constrainedMemory();
  return Math.floor((limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem()) / MB);
}

/** Room on the disk of this folder, which must be there. */
export function findFreeMb(folder: string): number {
  const { bavail, bsize } = fs.statfsSync(folder);
  return Math.floor((bavail * bsize) / MB);
}

/** The words of the command line for a machine with this much memory and free disk, and these folders. */
export function listSettings(memoryMb: number, freeMb: number, socketDir: string): string[] {
  const share = (part: number, min: number, max: number) => shareOf(memoryMb, part, min, max);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '60',
    shared_buffers: share(0.22, SHARED_BUFFERS_MIN_MB, SHARED_BUFFERS_MAX_MB),
    effective_cache_size: share(0.6, SHARED_BUFFERS_MIN_MB, 1024 * 1024),
    maintenance_work_mem: share(0.04, 32, 512),
    work_mem: share(0.002, 4, 32),
    dynamic_shared_memory_type: hasSharedMemory() ? 'posix' : 'mmap',
    wal_level: 'minimal',
    max_wal_senders: '0',
    // After each checkpoint every page is logged whole once, and a large register brings in rows all over its indexes: the
    // fewer checkpoints the better. The one compression that every build has is slower than the disk it saves.
    max_wal_size: shareOf(freeMb, 0.25, WAL_MIN_MB, WAL_MAX_MB),
    wal_compression: 'off',
    wal_buffers: share(0.004, 4, 64),
    checkpoint_timeout: '15min',
    synchronous_commit: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    jit: 'off',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_line_prefix: '%m [%p] ',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_min_duration_statement: '-1',
    log_statement: 'none',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function shareOf(whole: number, part: number, min: number, max: number): string {
  return `${Math.round(Math.min(max, Math.max(min, whole * part)))}MB`;
}

/** Containers often have 64 MB at /dev/shm, too little for parallel queries; files in the database's folder do too. */
function hasSharedMemory(): boolean {
  try {
    const found = fs.statfsSync('/dev/shm');
    return found.bavail * found.bsize >= SHARED_MEMORY_NEEDED_MB * MB;
  } catch {
    return false;
  }
}
