package org.digitlens.recognition;

import java.util.Map;

import org.digitlens.reading.Reading;
import org.digitlens.recognition.Recognition.Illustration;

/**
 * What came of one page.
 *
 * @param reading      the numbers on it
 * @param width        of the page in pixels, upright
 * @param height       of the page in pixels, upright
 * @param explanations the pictures that were asked for, by the index of the digit
 */
record Transcript(Reading reading, int width, int height, Map<Integer, Map<Explanation, Illustration>> explanations) { }
