import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** Smaller than this a drawing cannot be read. */
const smallest = 0.6;
/** What stands below the drawing and has to be seen with it, in CSS pixels: the buttons and their distance. */
const belowPx = 92;

/** Shows its content as large as fits above the buttons in the window's height, so that nothing to be pressed is out of view. */
export function FitToWindow({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const resize = () => {
      const content = place.current;
      if (content === null) return;
      content.style.setProperty('zoom', '1');
      const { top, height } = content.getBoundingClientRect();
      const room = window.innerHeight - (top + window.scrollY) - belowPx;
      // Narrower windows put the values above: there the page scrolls.
      // Whoever wants larger text wants to read the drawing too.
      const isWhole =
        window.innerWidth < 800 || document.documentElement.classList.contains('has-large-text');
      const factor = isWhole ? 1 : Math.min(1, Math.max(smallest, room / height));
      content.style.setProperty('zoom', String(factor));
    };
    resize();
    window.addEventListener('resize', resize);
    return () => window.removeEventListener('resize', resize);
  }, []);
  return (
    <div ref={place} className="stack">
      {children}
    </div>
  );
}
