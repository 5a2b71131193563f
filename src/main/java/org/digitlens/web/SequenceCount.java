package org.digitlens.web;

/** Counts how often a sequence stands in bytes that come one after another, without going back (Knuth, Morris and Pratt). */
final class SequenceCount {

    private final byte[] sequence;
    private final int[] borders; // of each beginning: how much of it is its end too
    private int matched;
    private int found;

    /** @param sequence not empty */
    SequenceCount(byte[] sequence) {
        this.sequence = sequence.clone();
        this.borders = new int[sequence.length + 1];
        for (int i = 1, border = 0; i < sequence.length; i++) {
            while (border > 0 && sequence[i] != sequence[border]) {
                border = borders[border];
            }
            border += sequence[i] == sequence[border] ? 1 : 0;
            borders[i + 1] = border;
        }
    }

    void next(byte value) {
        while (matched > 0 && (matched == sequence.length || sequence[matched] != value)) {
            matched = borders[matched];
        }
        matched += sequence[matched] == value ? 1 : 0;
        found += matched == sequence.length ? 1 : 0;
    }

    /** How often it has come so far, overlapping ones included. */
    int found() {
        return found;
    }
}
