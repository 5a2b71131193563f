package org.digitlens.classifier;

/** Why a picture was not recognised. */
public enum Rejection {
    /** There is no ink. */
    BLANK,
    /** The ink is too small to be a sign. */
    SPECK,
    /** The ink is a filled patch, not a line. */
    SOLID,
    /** The model's confidence lies below its threshold. */
    UNCERTAIN
}
