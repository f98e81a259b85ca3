/**
 * Passwords as argon2id, with the parameters OWASP names first (19 MiB, 2 passes, 1 lane). Whether an account exists or not,
 * one verification is made, so that the work tells nothing. Not an act itself.
 *
 * What could go wrong: many tries at once use up memory and processor. Only so many wait; more are turned away.
 *
 * @clause J-02
 */
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { isPasswordSized, normalisePassword } from '../domain/access/password.ts';

/** Argon2id is what the library does unless told otherwise; a test reads it from a hash. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

/** Named limit: hashes that are being made or wait for a thread. */
export const HASHES_WAITING_MAX = 64;

export type Hasher = {
  hash(password: string): Promise<string>;
  /** False for the wrong password, and always where there is no hash, after the same work. */
  verify(kept: string | undefined, password: string): Promise<boolean>;
  /** True where a hash was made with other parameters than today's. */
  isDated(kept: string): boolean;
  /** True where so many hashes wait that no more are taken on. */
  isBusy(): boolean;
};

/** A hasher of this process. */
export async function makeHasher(): Promise<Hasher> {
  let waiting = 0;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    waiting++;
    try {
      return await work();
    } finally {
      waiting--;
    }
  };
  // Nobody's password: what is compared with it is wrong, and costs as much as any other.
  const nobody = await hash('no account has this password', PARAMETERS);
  return {
    hash: (password) => counted(() => hash(normalisePassword(password), PARAMETERS)),
    verify: (kept, password) =>
      counted(async () => {
        const sized = isPasswordSized(password);
        const right = await verify(kept ?? nobody, sized ? normalisePassword(password) : '');
        return right && sized && kept !== undefined;
      }),
    isDated(kept) {
      const { memoryCost, timeCost, parallelism, outputLen } = parseOptions(kept);
      const now = PARAMETERS;
      return (
        !kept.startsWith('$argon2id$') ||
        memoryCost !== now.memoryCost ||
        timeCost !== now.timeCost ||
        parallelism !== now.parallelism ||
        outputLen !== now.outputLen
      );
    },
    isBusy: () => waiting >= HASHES_WAITING_MAX,
  };
}
