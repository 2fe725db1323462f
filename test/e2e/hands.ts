import type { Page } from 'playwright-core';
import { type OnScreen, shown } from '../support/screens.ts';

/** Somebody at the window: with the mouse, or with nothing but the keyboard. */
export type Hands = {
  /** Presses the button, link or choice of that name. */
  press(name: OnScreen | RegExp): Promise<void>;
  /** Types into the field of that label, in the place of what stands there. */
  type(label: OnScreen, text: string): Promise<void>;
};

const operable = ['button', 'link', 'radio', 'checkbox', 'textbox'] as const;

function named(page: Page, words: OnScreen | RegExp) {
  const exact = !(words instanceof RegExp);
  const name = words instanceof RegExp ? words : shown(words);
  const [first, ...others] = operable.map((role) => page.getByRole(role, { name, exact }));
  return others.reduce((all, one) => all.or(one), first ?? page.locator('none')).first();
}

export function withMouse(page: Page): Hands {
  return {
    press: (name) => named(page, name).click(),
    async type(label, text) {
      await page.getByLabel(shown(label), { exact: true }).click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
  };
}

/** Tabs are pressed until the wanted one has the focus, as somebody does who cannot use a mouse; it is an error when it never does. */
export function withKeyboard(page: Page): Hands {
  const reach = async (target: ReturnType<Page['locator']>) => {
    await target.waitFor();
    for (let tabs = 0; tabs < 150; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the Tab key never led to ${target}`);
  };
  /** The Tab key leads to one of a group of radio buttons, and the arrows through it. */
  const chooseAmong = async (target: ReturnType<Page['locator']>) => {
    const group = await target.getAttribute('name');
    const isInGroup = () =>
      page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, group);
    for (let tabs = 0; tabs < 150 && !(await isInGroup()); tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let presses = 0; presses < 30 && !(await target.isChecked()); presses += 1) {
      await page.keyboard.press('ArrowDown');
    }
    if (!(await target.isChecked())) throw new Error(`the arrows never led to ${target}`);
  };
  return {
    async press(name) {
      const target = named(page, name);
      if ((await target.getAttribute('type')) === 'radio') return chooseAmong(target);
      await reach(target);
      const isChoice = await target.evaluate((element) => element instanceof HTMLInputElement);
      await page.keyboard.press(isChoice ? 'Space' : 'Enter');
    },
    async type(label, text) {
      await reach(page.getByLabel(shown(label), { exact: true }));
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
  };
}
