package org.digitlens.server;

import java.io.File;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the tests deploy: the WAR that was packaged, so that what is tested is what is shipped. */
public final class Deployments {

    private Deployments() {
    }

    /**
     * The packaged WAR with the given classes added, for tests that run inside the server.
     *
     * @param testClasses the test itself and whatever it uses that the WAR does not hold
     */
    public static WebArchive war(Class<?>... testClasses) {
        return ShrinkWrap.create(ZipImporter.class, "digitlens.war")
            .importFrom(packagedWar())
            .as(WebArchive.class)
            .addClasses(testClasses);
    }

    static File packagedWar() {
        var path = System.getProperty("digitlens.war", "target/digitlens.war");
        var war = new File(path);
        if (!war.isFile()) {
            throw new IllegalStateException("found no WAR at " + war.getAbsolutePath() + "; run mvn verify, which packages it first");
        }
        return war;
    }
}
