// Starts the page of a diagram panel.
import { type Host, Page } from "./page.ts";

declare function acquireVsCodeApi(): Host;

new Page(acquireVsCodeApi());
