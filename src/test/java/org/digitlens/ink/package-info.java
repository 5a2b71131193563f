/**
 * Digits and a few letters of our own, written down as pen strokes, for tests that must not depend on any data set. Read
 * {@link org.digitlens.ink.Ink} first: what was written; {@link org.digitlens.ink.InkPainter} draws it with a pen of any
 * width, anywhere on a canvas. Plain Java; nothing of the application is imported here.
 */
package org.digitlens.ink;
