// The panel's view on its picture: growing at a point, moving, fitting, and going from element to element with the keyboard.
import assert from "node:assert/strict";
import { nearest } from "../../client/webview/nearest.ts";
import { boxOnScreen, brought, fitted, largest, moved, seen, smallest, zoomed } from "../../client/webview/viewport.ts";

const screen = { x: 0, y: 0, width: 800, height: 600 };
const picture = { x: 0, y: 0, width: 1600, height: 900 };

describe("webview: viewport", () => {
  it("keeps the point under the pointer when it grows", () => {
    const view = { x: -50, y: 20, scale: 0.7 };
    const at = { x: 300, y: 200 };
    const under = (one: typeof view) => [(at.x - one.x) / one.scale, (at.y - one.y) / one.scale];
    const [x, y] = under(zoomed(view, at, 1.7));
    assert.ok(Math.abs((x ?? 0) - 500) < 1e-9 && Math.abs((y ?? 0) - 180 / 0.7) < 1e-9);
  });

  it("does not grow or shrink without end", () => {
    assert.equal(zoomed({ x: 0, y: 0, scale: 1 }, { x: 0, y: 0 }, 1e9).scale, largest);
    assert.equal(zoomed({ x: 0, y: 0, scale: 1 }, { x: 0, y: 0 }, 1e-9).scale, smallest);
  });

  it("fits the whole picture with a margin, in the middle", () => {
    const view = fitted(picture, screen);
    const shown = boxOnScreen(view, picture);
    assert.ok(shown.x >= 15 && shown.y >= 15 && shown.x + shown.width <= 785 && shown.y + shown.height <= 585);
    assert.ok(Math.abs(shown.x + shown.width / 2 - 400) < 1e-9 && Math.abs(shown.y + shown.height / 2 - 300) < 1e-9);
    assert.equal(fitted({ x: 0, y: 0, width: 10, height: 10 }, screen).scale, 1.25);
  });

  it("never lets the picture leave the screen", () => {
    for (const by of [
      { x: 1e6, y: 1e6 },
      { x: -1e6, y: -1e6 },
    ]) {
      const shown = boxOnScreen(moved({ x: 0, y: 0, scale: 1 }, by, picture, screen), picture);
      assert.ok(shown.x < 800 && shown.y < 600 && shown.x + shown.width > 0 && shown.y + shown.height > 0);
    }
  });

  it("moves no further than needed to show an element", () => {
    const still = { x: 0, y: 0, scale: 1 };
    assert.deepEqual(brought(still, { x: 100, y: 100, width: 50, height: 50 }, screen), still);
    assert.deepEqual(brought(still, { x: 900, y: 100, width: 50, height: 50 }, screen), { x: 800 - 16 - 950, y: 0, scale: 1 });
    assert.equal(brought(still, { x: -100, y: 0, width: 2000, height: 10 }, screen).x, 116);
  });

  it("knows the part that is seen", () => {
    assert.deepEqual(seen({ x: -100, y: -50, scale: 2 }, screen), { x: 50, y: 25, width: 400, height: 300 });
  });
});

describe("webview: nearest element", () => {
  const box = (x: number, y: number, width = 40, height = 20) => ({ x, y, width, height });
  const from = { id: "from", box: box(100, 100) };
  const all = [
    from,
    { id: "right", box: box(200, 105) },
    { id: "far right", box: box(400, 100) },
    { id: "above", box: box(110, 20) },
    { id: "around", box: box(0, 0, 1000, 1000) },
    { id: "inside", box: box(110, 105, 5, 5) },
  ];

  it("goes to the neighbour in the direction, not through or around", () => {
    assert.equal(nearest(from, all, "right"), "right");
    assert.equal(nearest(from, all, "up"), "above");
    assert.equal(nearest(from, all, "left"), undefined);
    assert.equal(nearest(from, all, "down"), undefined);
  });

  it("prefers what lies straight ahead to what is nearer but aside", () => {
    const aside = [from, { id: "aside", box: box(180, 190) }, { id: "ahead", box: box(260, 100) }];
    assert.equal(nearest(from, aside, "right"), "ahead");
  });
});
