import type { Preferences } from './preferences.ts';

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const usual = { width: 960, height: 780 };
/** So much of the window's upper edge must be on a screen for somebody to get hold of it, in pixels. */
const graspable = { width: 120, height: 40 };

/** Where the window opens: where it stood, if that is still on a screen, and never larger than that screen. */
export function placeToOpen(
  { place }: Preferences,
  screens: readonly Rectangle[],
): Partial<Rectangle> & typeof usual {
  if (place === undefined) return usual;
  const screen = screens.find((one) => isGraspable(place, one));
  if (screen === undefined) return usual;
  return {
    ...place,
    width: Math.min(place.width, screen.width),
    height: Math.min(place.height, screen.height),
  };
}

function isGraspable(place: Rectangle, screen: Rectangle): boolean {
  const left = Math.max(place.x, screen.x);
  const right = Math.min(place.x + place.width, screen.x + screen.width);
  const isTopVisible = place.y >= screen.y && place.y + graspable.height <= screen.y + screen.height;
  return isTopVisible && right - left >= graspable.width;
}
