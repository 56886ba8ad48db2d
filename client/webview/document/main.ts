// Starts the page of a document panel.
import { type DocumentHost, DocumentPage } from "./page.ts";

declare function acquireVsCodeApi(): DocumentHost;

new DocumentPage(acquireVsCodeApi());
