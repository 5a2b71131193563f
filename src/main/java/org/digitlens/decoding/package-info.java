/**
 * From a file's bytes, which may come from a stranger, to an upright, opaque picture of bounded size: the gate to the public
 * internet. Read {@link org.digitlens.decoding.PictureDecoder} first. Plain Java: knows nothing of requests or CDI.
 */
package org.digitlens.decoding;
