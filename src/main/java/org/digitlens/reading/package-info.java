/**
 * From a picture's ink to the numbers written in it: pieces of ink become candidates for signs, a model says of each how likely
 * it is a digit, and the best way through them is the reading. Read {@link org.digitlens.reading.NumberReader} first. Knows
 * nothing of files, requests or CDI.
 */
package org.digitlens.reading;
