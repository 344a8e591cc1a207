import { mount, type ComponentMountingOptions, type VueWrapper } from '@vue/test-utils';
import { shallowRef, type Component } from 'vue';
import { smallWords } from '@/composables/language';
import { WORDS, type Language } from '@/composables/useWords';
import widgetEn from '@/apps/widget/words.en';
import widgetZh from '@/apps/widget/words.zh-CN';
import { messages } from '@/apps/console/words';

/** Mounts a component with the words of all apps, and with what else it takes from those above it. */
export function show(
  component: Component,
  props: Record<string, unknown> = {},
  language: Language = 'zh-CN',
  provide: Record<symbol, unknown> = {},
): VueWrapper {
  const words = smallWords(shallowRef(language), {
    'zh-CN': { ...widgetZh, ...messages['zh-CN'] },
    en: { ...widgetEn, ...messages.en },
  });
  const options: ComponentMountingOptions<Component> = {
    props,
    attachTo: document.body,
    global: { provide: { [WORDS]: words, ...provide } },
  };
  return mount(component, options);
}
