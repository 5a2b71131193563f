/**
 * Pictures made different in ways that keep their label: moved, turned, bent, drawn with another pen. Read
 * {@link org.digitlens.training.augment.Augmentation} first. Pure Java, and a function of its seed alone.
 */
package org.digitlens.training.augment;
