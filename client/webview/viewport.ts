// The part of the picture that the panel shows: how it moves, grows and fits. Numbers only, so that tests need no page.

/** A place or a size in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where the picture's origin is on the screen, and how large a pixel of the picture is there. */
export interface Viewport extends Point {
  readonly scale: number;
}

/** As small and as large as the picture may get. */
export const smallest = 0.05;
export const largest = 8;

const margin = 16;

/** The picture grown by a factor, with the point of the screen kept where it is. */
export function zoomed(view: Viewport, at: Point, factor: number): Viewport {
  const scale = Math.min(largest, Math.max(smallest, view.scale * factor));
  const grown = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown };
}

/** The picture moved; some of it stays on the screen whatever one does. */
export function moved(view: Viewport, by: Point, picture: Box, screen: Box): Viewport {
  const keep = 40;
  const within = (at: number, start: number, length: number, room: number): number =>
    Math.min(room - keep - start * view.scale, Math.max(keep - (start + length) * view.scale, at));
  return {
    scale: view.scale,
    x: within(view.x + by.x, picture.x, picture.width, screen.width),
    y: within(view.y + by.y, picture.y, picture.height, screen.height),
  };
}

/** All of a box on the screen, in its middle, and no larger than `most`. */
export function fitted(box: Box, screen: Box, most = 1.25): Viewport {
  const across = (screen.width - 2 * margin) / Math.max(box.width, 1);
  const down = (screen.height - 2 * margin) / Math.max(box.height, 1);
  const scale = Math.min(most, largest, Math.max(smallest, Math.min(across, down)));
  return {
    scale,
    x: (screen.width - box.width * scale) / 2 - box.x * scale,
    y: (screen.height - box.height * scale) / 2 - box.y * scale,
  };
}

/** The least move after which a box is on the screen; a box that is larger than the screen is shown from its start. */
export function brought(view: Viewport, box: Box, screen: Box): Viewport {
  const shift = (at: number, length: number, room: number): number => {
    if (length > room - 2 * margin) return margin - at;
    if (at < margin) return margin - at;
    return Math.min(0, room - margin - at - length);
  };
  const onScreen = boxOnScreen(view, box);
  return {
    scale: view.scale,
    x: view.x + shift(onScreen.x, onScreen.width, screen.width),
    y: view.y + shift(onScreen.y, onScreen.height, screen.height),
  };
}

/** A box of the picture in pixels of the screen. */
export function boxOnScreen(view: Viewport, box: Box): Box {
  return {
    x: box.x * view.scale + view.x,
    y: box.y * view.scale + view.y,
    width: box.width * view.scale,
    height: box.height * view.scale,
  };
}

/** The part of the picture that a screen shows. */
export function seen(view: Viewport, screen: Box): Box {
  return { x: -view.x / view.scale, y: -view.y / view.scale, width: screen.width / view.scale, height: screen.height / view.scale };
}
