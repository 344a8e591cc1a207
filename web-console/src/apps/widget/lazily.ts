import { h, shallowRef, type Component, type FunctionalComponent } from 'vue';

/**
 * A part that most visits never need: its code comes when it is first shown. Vue's own way to do this weighs five times
 * as much. Without a network it is asked for again the next time it would be shown.
 */
export function lazily<C extends Component>(load: () => Promise<{ readonly default: C }>): C;
export function lazily(load: () => Promise<{ readonly default: Component }>): Component {
  const found = shallowRef<Component | null>(null);
  let asked = false;
  const part: FunctionalComponent = (_, { attrs, slots }) => {
    if (!asked) {
      asked = true;
      load().then(
        (module) => {
          found.value = module.default;
        },
        () => {
          asked = false;
        },
      );
    }
    return found.value === null ? null : h(found.value, attrs, slots);
  };
  part.inheritAttrs = false;
  return part;
}
