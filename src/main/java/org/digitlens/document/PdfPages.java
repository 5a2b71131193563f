package org.digitlens.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.digitlens.decoding.PictureException;

/** Walks a PDF's tree of pages, which may be no tree. */
final class PdfPages {

    private static final int DEEPEST = 50;
    private static final int NODES_PER_PAGE = 10;

    private final int most;
    private final List<PdfPage> pages = new ArrayList<>();
    private final Set<COSDictionary> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfPages(int most) {
        this.most = most;
    }

    /**
     * The pages in order.
     *
     * @param most      how many there may be
     * @param maxPixels most pixels that each is painted with
     */
    static List<PdfPage> of(COSDictionary catalogue, int most, long maxPixels) throws IOException {
        var walk = new PdfPages(most);
        COSDictionary root = catalogue == null ? null : catalogue.getCOSDictionary(COSName.PAGES);
        if (root == null) {
            throw new IOException("no pages");
        }
        walk.visit(root, new PdfPage(root, new COSDictionary(), PdfPage.letter(), 0, maxPixels), 0);
        if (walk.pages.isEmpty()) {
            throw new IOException("no pages");
        }
        return walk.pages;
    }

    private void visit(COSDictionary node, PdfPage above, int depth) throws IOException {
        if (depth > DEEPEST || !visited.add(node) || visited.size() > NODES_PER_PAGE * most + DEEPEST) {
            throw new IOException("the pages are no tree");
        }
        PdfPage here = inherit(node, above);
        if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids && !COSName.PAGE.equals(node.getCOSName(COSName.TYPE))) {
            for (int i = 0; i < kids.size(); i++) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    visit(kid, here, depth + 1);
                }
            }
        } else {
            if (pages.size() == most) {
                throw new PictureException.TooLarge("The PDF has more than %,d pages; expected at most so many.".formatted(most));
            }
            pages.add(here);
        }
    }

    private static PdfPage inherit(COSDictionary node, PdfPage above) {
        COSDictionary resources = node.getCOSDictionary(COSName.RESOURCES);
        float[] media = PdfPage.box(node.getDictionaryObject(COSName.MEDIA_BOX), above.box());
        int turns = node.getDictionaryObject(COSName.ROTATE) instanceof COSNumber degrees
            ? Math.floorMod(degrees.intValue() / 90, 4) : above.turns();
        return new PdfPage(node, resources == null ? above.resources() : resources,
            PdfPage.box(node.getDictionaryObject(COSName.CROP_BOX), media), turns, above.maxPixels());
    }
}
