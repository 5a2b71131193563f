package org.digitlens.training.command;

import java.util.ArrayList;
import org.digitlens.training.run.Recipes;

/** For the help text. */
final class RecipeNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    RecipeNames() {
        super(Recipes.names());
    }
}
