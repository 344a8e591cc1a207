import { computed, inject, provide, shallowRef, type ComputedRef, type InjectionKey } from 'vue';
import { api } from '@/client/Api';
import type { Problem } from '@/protocol/rest';
import {
  readDeskGroups,
  type DeskGroup,
  type GroupRules,
  type MemberChange,
  type ToldGroup,
} from '@/protocol/rules';
import { inLanguage } from '@/protocol/shop';
import type { Asked } from './useAsked';
import { useWords } from './useWords';

/** The groups of a desk with their members and rules; what is changed holds at once, on all nodes. */
export interface DeskGroups {
  readonly asked: ComputedRef<Asked<readonly DeskGroup[]>>;
  again(): Promise<void>;
  /** Asks behind the scenes: what is there stays until the answer comes. */
  refresh(): Promise<void>;
  /** @returns why it was refused; null when it was not */
  saveRules(rules: GroupRules): Promise<Problem | null>;
  saveMember(id: string, change: MemberChange): Promise<Problem | null>;
}

const KEY: InjectionKey<DeskGroups> = Symbol('desk groups');
const readAnything = (): true => true;

export function provideDeskGroups(): DeskGroups {
  const { language } = useWords();
  const told = shallowRef<Asked<readonly ToldGroup[]>>({ kind: 'asking' });
  const named = (group: ToldGroup): DeskGroup => ({
    ...group,
    name: inLanguage(group.name, language.value) || group.group,
  });
  const asked = computed(() =>
    told.value.kind === 'there' ? { ...told.value, body: told.value.body.map(named) } : told.value,
  );

  const refresh = async (): Promise<void> => {
    const answer = await api.get('/desk/groups', readDeskGroups);
    if (answer.ok) {
      told.value = { kind: 'there', body: answer.body };
    } else if (told.value.kind !== 'there') {
      told.value = { kind: 'failed', problem: answer.problem };
    }
  };
  /** Whatever came of it, the desk is asked what holds now. */
  const put = async (path: string, body: unknown): Promise<Problem | null> => {
    const answer = await api.put(path, body, readAnything);
    if (answer.ok || answer.problem.code === 'STALE') {
      await refresh();
    }
    return answer.ok ? null : answer.problem;
  };

  const groups: DeskGroups = {
    asked,
    again: () => {
      told.value = { kind: 'asking' };
      return refresh();
    },
    refresh,
    saveRules: (rules) => put(`/desk/groups/${encodeURIComponent(rules.group)}/rules`, rules),
    saveMember: (id, change) => put(`/desk/members/${encodeURIComponent(id)}`, change),
  };
  provide(KEY, groups);
  void refresh();
  return groups;
}

export function useDeskGroups(): DeskGroups {
  const groups = inject(KEY);
  if (groups === undefined) {
    throw new Error('nobody has provided the groups of the desk');
  }
  return groups;
}

/** For tests, which bring their own. */
export { KEY as DESK_GROUPS };
