import { ensureSession, openChooser, signOut } from '../services/session';
import type { Me } from '../services/session-store';
import { sessionStore } from '../services/session-store';
import { useStore } from '../services/store';

export interface SessionView {
  me: Me | undefined;
  signedIn: boolean;
  /** Whether this person has an ability, for example `workbench`. */
  may: (ability: Me['abilities'][number]) => boolean;
  ensure: () => Promise<void>;
  choose: () => void;
  signOut: () => Promise<void>;
}

/** Who is using the phone, and how to change that. */
export function useSession(): SessionView {
  const { me, token } = useStore(sessionStore);
  return {
    me,
    signedIn: Boolean(token),
    may: (ability) => me?.abilities.includes(ability) ?? false,
    ensure: ensureSession,
    choose: openChooser,
    signOut,
  };
}
