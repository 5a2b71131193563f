package org.digitlens.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.digitlens.training.UserError;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private final Recipe recipe = Recipes.named("standard");

    @Test
    void theRateRisesToItsPeakAndFallsToNearlyNothing() {
        assertEquals(0.1 * recipe.peakRate(), recipe.rateAt(0), 1e-9);
        assertEquals(recipe.peakRate(), recipe.rateAt(0.25), 1e-9);
        assertTrue(recipe.rateAt(0.6) < recipe.rateAt(0.4));
        assertEquals(0.001 * recipe.peakRate(), recipe.rateAt(1), 1e-9);
    }

    @Test
    void theLastEpochsAreGentler() {
        assertEquals(recipe.augmentation(), recipe.augmentationIn(0));
        assertEquals(recipe.gentleStrength() * recipe.augmentation().rotation(),
                recipe.augmentationIn(recipe.epochs() - 1).rotation(), 1e-9);
        assertEquals(2 * recipe.gentleEpochs(), recipe.withEpochs(2 * recipe.epochs()).gentleEpochs());
    }

    @Test
    void anUnknownRecipeIsNamedWithTheKnown() {
        UserError error = assertThrows(UserError.class, () -> Recipes.named("secret"));
        assertTrue(error.getMessage().contains("secret") && error.getMessage().contains("standard"), error.getMessage());
    }
}
