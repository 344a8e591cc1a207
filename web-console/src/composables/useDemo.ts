import { shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { readDemo, type Demo } from '@/protocol/demo';

/** The demo's data; null while it is asked for and where the desk runs without a demo. */
export function useDemo(): Readonly<ShallowRef<Demo | null>> {
  const demo = shallowRef<Demo | null>(null);
  void api.get('/demo', readDemo).then((answer) => {
    demo.value = answer.ok ? answer.body : null;
  });
  return demo;
}
