package org.digitlens.training.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.digitlens.training.UserError;
import org.digitlens.training.augment.Augmentation;

/** The recipes by name. To add one, add a line here. */
public final class Recipes {
    /** Strong: what a digit survives and still is read by everyone. */
    private static final Augmentation STRONG = new Augmentation(15, 2.5, 0.15, 0.15, 2.5, 0.5, 0.7, 0.4);

    /** Mild: what small networks without batch normalisation still learn in a few epochs. */
    private static final Augmentation MILD = new Augmentation(8, 1.5, 0.1, 0.1, 1.5, 0.3, 0.4, 0.3);

    private static final Map<String, Recipe> ALL = new LinkedHashMap<>();

    static {
        List.of(
                // For data sets of a few hundred pictures.
                new Recipe("few", 20, 16, 0.1, 0.9, 5e-4, 0.1, 0.98, 0, 0, 0, STRONG, 5, 0.5),
                new Recipe("quick", 3, 128, 0.1, 0.9, 5e-4, 0.1, 0.995, 0, 0, 0, STRONG, 1, 0.4),
                new Recipe("standard", 8, 128, 0.1, 0.9, 5e-4, 0.1, 0.998, 0, 0, 0, STRONG, 2, 0.5),
                new Recipe("long", 24, 128, 0.1, 0.9, 5e-4, 0.1, 0.999, 0, 0, 0, STRONG, 4, 0.5),
                // For networks without batch normalisation, which bear smaller steps only.
                new Recipe("gentle", 10, 128, 0.03, 0.9, 5e-4, 0, 0.998, 0, 0, 0, MILD, 3, 0.5),
                // For networks of sigmoid units, whose slopes are small.
                new Recipe("sigmoid", 10, 32, 0.1, 0.9, 1e-4, 0, 0.9995, 0, 0, 0, MILD, 3, 0.5),
                // Two phases, the second with --from the first: wide steps, then many narrow ones.
                new Recipe("large-batches", 4, 1024, 0.1, 0.9, 5e-4, 0, 0.95, 0, 0, 0, MILD, 0, 1),
                new Recipe("small-batches", 10, 32, 0.01, 0.9, 5e-4, 0, 0.9995, 0, 0, 0, MILD, 3, 0.5),
                // Learns doubt as well, and from teachers where it has some.
                new Recipe("wary", 24, 128, 0.1, 0.9, 5e-4, 0.1, 0.999, 0.25, 0, 0.7, STRONG, 6, 0.5),
                // With --from one of these: learns to tell digits from parts of them, and one from two, in numbers that touch.
                new Recipe("numbers", 10, 128, 0.04, 0.9, 5e-4, 0.1, 0.999, 0.2, 0.5, 0.7, STRONG, 5, 0.5))
                .forEach(recipe -> ALL.put(recipe.name(), recipe));
    }

    private Recipes() {}

    public static Set<String> names() {
        return ALL.keySet();
    }

    /**
     * A recipe by name.
     *
     * @throws UserError for an unknown name
     */
    public static Recipe named(String name) {
        Recipe recipe = ALL.get(name);
        if (recipe == null) {
            throw new UserError("unknown recipe " + name + "; known are " + names());
        }
        return recipe;
    }
}
