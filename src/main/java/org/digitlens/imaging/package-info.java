/**
 * From a file's bytes to the 28 x 28 ink that a network reads; plain Java, usable in training as well as in the server.
 *
 * <p>Read {@link org.digitlens.imaging.PictureDecoder} first, then follow the picture: {@link
 * org.digitlens.imaging.InkExtractor}, {@link org.digitlens.imaging.Segmenter}, {@link
 * org.digitlens.imaging.MnistNormalizer}. Nothing of {@code jakarta} and nothing of the rest of the application may be
 * imported here.
 */
package org.digitlens.imaging;
