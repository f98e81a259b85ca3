/** Puts together what signing in needs: the hasher, the secret of the home, and the name under which passkeys know this server. */
import { makeHasher } from '../acts/hasher.ts';
import type { Office } from '../acts/office.ts';
import type { SignInDesk } from '../acts/sign-in-desk.ts';
import type { Config } from './config.ts';
import { openSignInSecrets } from './sign-in-secret.ts';

/** What signing in needs: the secret of this home, and the name under which passkeys know this server. */
export async function makeDesk(office: Office, config: Config, address: () => string): Promise<SignInDesk> {
  const secrets = openSignInSecrets(config.home);
  const site = {
    name: office.demonstration ? 'Countermark (demonstration)' : 'Countermark',
    get origin() {
      return address();
    },
    get rpId() {
      return new URL(address()).hostname;
    },
  };
  return { office, hasher: await makeHasher(), secrets, site };
}
