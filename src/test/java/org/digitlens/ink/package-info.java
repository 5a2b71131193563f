/**
 * Digits and a few letters of our own, written down as pen strokes, for tests that must not depend on any data set. Read
 * {@link org.digitlens.ink.Ink} first: what was written; {@link org.digitlens.ink.InkPainter} draws it with a pen of any
 * width, anywhere on a canvas. {@link org.digitlens.ink.NumberComposer} writes whole numbers by these hands or, where its
 * files are there, by those of MNIST; {@link org.digitlens.ink.PhotoStudio} photographs them. Of the application only the
 * images of {@code imaging} are known here.
 */
package org.digitlens.ink;
