package org.digitlens.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

class SeamsTest {

    /** Two posts of 6 columns, 20 apart, joined by a thread of one row and leaning by a column every three rows. */
    private static Piece leaningPosts() {
        GrayImage ink = GrayImage.blank(80, 60);
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 6; x++) {
                ink.ink()[y * 80 + 30 - y / 3 + x] = 1;
                ink.ink()[y * 80 + 56 - y / 3 + x] = 1;
            }
        }
        for (int x = 20; x < 50; x++) {
            ink.ink()[30 * 80 + x] = 1;
        }
        return Segmenter.pieces(ink).get(0);
    }

    private static Cut cheapest(Piece piece) {
        return Seams.of(piece).stream().filter(cut -> isBetween(piece, cut)).min(Comparator.comparingDouble(Cut::ink)).orElseThrow();
    }

    private static boolean isBetween(Piece piece, Cut cut) {
        Piece left = piece.between(null, cut);
        Piece right = piece.between(cut, null);
        return left != null && right != null && Math.min(left.mass(), right.mass()) > 0.2 * piece.mass();
    }

    @Test
    void thinnestPlaceIsCutAlongALeaningGap() {
        Piece posts = leaningPosts();
        Cut cut = cheapest(posts);
        assertEquals(1, cut.ink(), 0.01);
        assertEquals(360, posts.between(null, cut).mass(), 21);
        assertEquals(360, posts.between(cut, null).mass(), 21);
        assertEquals(60, posts.between(null, cut).box().height());
    }

    @Test
    void cutsGoFromLeftToRightWithAllInkBetweenThem() {
        Piece posts = leaningPosts();
        List<Cut> cuts = Seams.of(posts);
        double mass = 0;
        Cut left = null;
        for (Cut right : cuts) {
            Piece part = posts.between(left, right);
            mass += part == null ? 0 : part.mass();
            left = right;
        }
        assertEquals(posts.mass(), mass + posts.between(left, null).mass(), 0.01);
    }

    @Test
    void largePiecesAreCutAtTheSamePlaces() {
        GrayImage ink = GrayImage.blank(800, 600);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                boolean post = x >= 100 && x < 180 || x >= 500 && x < 580;
                ink.ink()[y * 800 + x] = post || x >= 100 && x < 580 && y >= 300 && y < 320 ? 1 : 0;
            }
        }
        Piece posts = Segmenter.pieces(ink).get(0);
        Cut cut = cheapest(posts);
        assertEquals(20, cut.ink(), 10);
        Box left = posts.between(null, cut).box();
        assertTrue(left.right() > 180 && left.right() < 500, left::toString);
        assertEquals(600, left.height());
    }

    @Test
    void nothingLiesBetweenACutAndItself() {
        Piece posts = leaningPosts();
        Cut cut = cheapest(posts);
        assertNull(posts.between(cut, cut));
    }
}
