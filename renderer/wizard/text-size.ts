import { textSizeStorageName as key } from '../../shared/contract/browser-window.ts';

/** How large text is, and everything that is measured by it: in percent of what the browser or the system has it. */
export const textSizes = [100, 125, 150] as const;
export type TextSize = (typeof textSizes)[number];

/** The size chosen here before; the usual one where none was, or storage is switched off. */
export function keptTextSize(store: Pick<Storage, 'getItem'>): TextSize {
  try {
    const kept = Number(store.getItem(key));
    return textSizes.find((size) => size === kept) ?? 100;
  } catch {
    return 100;
  }
}

/** Shows text in that size from now on, and keeps the choice where it can be kept. */
export function chooseTextSize(size: TextSize, root: HTMLElement, store: Pick<Storage, 'setItem'>): void {
  showTextSize(size, root);
  try {
    store.setItem(key, String(size));
  } catch {
    // It is shown all the same.
  }
}

/** Shows text in that size. */
export function showTextSize(size: TextSize, root: HTMLElement): void {
  root.style.fontSize = size === 100 ? '' : `${size}%`;
  root.classList.toggle('has-large-text', size !== 100);
}
