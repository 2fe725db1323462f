import { languageStorageName as key } from '../../shared/contract/browser-window.ts';
import { isLanguage, type Language } from '../../shared/text/languages.ts';
import { nearestLanguage } from '../../shared/text/speak.ts';

/** The language to begin in: the one chosen here before, else the nearest to those that the person reads. */
export function wantedLanguage(store: Pick<Storage, 'getItem'>, read: readonly string[]): Language {
  const chosen = chosenBefore(store);
  return chosen ?? nearestLanguage(read) ?? 'en';
}

/** Keeps the choice for the next start. Storage that is switched off or full costs that, and nothing now. */
export function keepLanguage(store: Pick<Storage, 'setItem'>, language: Language): void {
  try {
    store.setItem(key, language);
  } catch {
    // It is spoken all the same.
  }
}

function chosenBefore(store: Pick<Storage, 'getItem'>): Language | null {
  try {
    const chosen = store.getItem(key);
    return chosen !== null && isLanguage(chosen) ? chosen : null;
  } catch {
    return null; // storage may be switched off
  }
}
