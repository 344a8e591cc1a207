import { shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { readSetup, readStaff, type Problem, type Staff } from '@/protocol/rest';

export interface StaffSession {
  /** Undefined while it is not known, null when nobody is signed in. */
  readonly me: ShallowRef<Staff | null | undefined>;
  /** The desk cannot be reached, so nothing is known yet. */
  readonly unreachable: ShallowRef<boolean>;
  /** Nobody has an account yet: the desk waits for its first administrator. */
  readonly unclaimed: ShallowRef<boolean>;
  look(): Promise<void>;
  signIn(name: string, password: string): Promise<Problem | null>;
  signOut(): Promise<void>;
}

/** Who is signed in. Looking also fetches the token that every change has to name. */
export function useStaff(): StaffSession {
  const me = shallowRef<Staff | null>();
  const unreachable = shallowRef(false);
  const unclaimed = shallowRef(false);

  const look = async (): Promise<void> => {
    const answer = await api.get('/staff/me', readStaff);
    unreachable.value = !answer.ok && answer.problem.status !== 401;
    if (answer.ok) {
      me.value = answer.body;
    } else if (!unreachable.value) {
      const setup = await api.get('/setup', readSetup);
      unclaimed.value = setup.ok && setup.body.open;
      me.value = null;
    }
  };

  return {
    me,
    unreachable,
    unclaimed,
    look,
    signIn: async (name, password) => {
      const answer = await api.post('/staff/sign-in', { name, password }, readStaff);
      if (!answer.ok) {
        return answer.problem;
      }
      me.value = answer.body;
      await look();
      return null;
    },
    signOut: async () => {
      await api.tell('/staff/sign-out', {});
      me.value = null;
    },
  };
}
