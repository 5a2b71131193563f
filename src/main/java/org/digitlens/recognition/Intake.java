package org.digitlens.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.digitlens.document.ArchiveLimits;
import org.digitlens.document.ArchiveReader;
import org.digitlens.document.DocumentReader;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.decoding.PictureLimits;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what opens the files that strangers send, with the operator's limits: one of each, since all requests share them. */
@ApplicationScoped
public class Intake {

    /**
     * @param maxPixels       most pixels that a picture may have
     * @param maxPixelsAtOnce most pixels of all pictures that are being read at one moment
     * @param maxWaiting      most pictures that wait for their turn
     * @param maxSeconds      longest time that reading one page may take
     */
    @Produces
    @Singleton
    PictureDecoder decoder(@ConfigProperty(name = "digitlens.picture.max-pixels", defaultValue = "25000000") long maxPixels,
            @ConfigProperty(name = "digitlens.picture.max-pixels-at-once", defaultValue = "50000000") long maxPixelsAtOnce,
            @ConfigProperty(name = "digitlens.picture.max-waiting", defaultValue = "20") int maxWaiting,
            @ConfigProperty(name = "digitlens.picture.max-seconds", defaultValue = "10") int maxSeconds) {
        return new PictureDecoder(new PictureLimits(maxPixels, maxPixelsAtOnce, maxWaiting, maxSeconds));
    }

    /**
     * Reads pages by the one decoder, so that they count as pictures do.
     *
     * @param maxPages most pages of one file
     */
    @Produces
    @Singleton
    DocumentReader documents(PictureDecoder decoder,
            @ConfigProperty(name = "digitlens.request.max-files", defaultValue = "100") int maxPages) {
        return new DocumentReader(decoder, maxPages);
    }

    /**
     * @param maxFiles     most files of one archive
     * @param maxFileBytes most bytes of one file
     * @param maxBytes     most bytes of one archive, unpacked
     * @param maxRatio     most bytes that one packed byte may unpack to
     */
    @Produces
    @Singleton
    ArchiveReader archives(@ConfigProperty(name = "digitlens.request.max-files", defaultValue = "100") int maxFiles,
            @ConfigProperty(name = "digitlens.picture.max-bytes", defaultValue = "10000000") long maxFileBytes,
            @ConfigProperty(name = "digitlens.archive.max-bytes", defaultValue = "100000000") long maxBytes,
            @ConfigProperty(name = "digitlens.archive.max-ratio", defaultValue = "100") int maxRatio) {
        return new ArchiveReader(new ArchiveLimits(maxFiles, maxFileBytes, maxBytes, maxRatio));
    }
}
