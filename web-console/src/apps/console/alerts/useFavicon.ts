import { onScopeDispose, watch, type Ref } from 'vue';

const SIZE = 64;
const DOT = { x: 44, y: 20, radius: 20 } as const;

/** The tab's picture carries how many words wait to be read. */
export function useFavicon(count: Readonly<Ref<number>>): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link === null) {
    return;
  }
  const plain = link.href;
  const picture = new Image();
  const draw = (): void => {
    const href = count.value > 0 ? badged(picture, count.value) : undefined;
    link.href = href ?? plain;
  };
  picture.onload = draw;
  picture.src = plain;
  watch(count, draw);
  onScopeDispose(() => {
    link.href = plain;
  });
}

function badged(picture: HTMLImageElement, count: number): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (pen === null || !picture.complete) {
    return undefined;
  }
  pen.drawImage(picture, 0, 0, SIZE, SIZE);
  pen.fillStyle = '#c01f2e';
  pen.beginPath();
  pen.arc(DOT.x, DOT.y, DOT.radius, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = '#ffffff';
  pen.font = `bold ${count > 9 ? '24' : '30'}px sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(count > 99 ? '99' : String(count), DOT.x, DOT.y + 2);
  return canvas.toDataURL('image/png');
}
