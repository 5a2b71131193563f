/**
 * From a picture to the 28 x 28 ink that a network reads; plain Java, usable in training as well as in the server.
 *
 * <p>Follow the picture: {@link org.digitlens.imaging.InkExtractor}, {@link org.digitlens.imaging.Segmenter}, {@link
 * org.digitlens.imaging.Seams} where digits touch, {@link org.digitlens.imaging.MnistNormalizer}. Nothing of {@code jakarta},
 * nothing of files and nothing of the rest of the application may be imported here.
 */
package org.digitlens.imaging;
