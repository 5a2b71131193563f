package org.digitlens.training.command;

import java.util.ArrayList;
import org.digitlens.training.network.Networks;

/** For the help text. */
final class NetworkNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    NetworkNames() {
        super(Networks.names());
    }
}
