package org.digitlens.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that uses, from outside, an application whose operator put a model of six letters beside those that it brings. The
 * model did not exist before: see {@link LettersModel}.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the training tool is built for Linux on x86-64; see training/README.md")
@ExtendWith(ArquillianExtension.class)
public abstract class LettersApplicationTest {

    @ArquillianResource
    private URL deployed;

    /** The setting is in the archive, so that it is this deployment's alone; operators give it to their server. */
    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war().addAsResource(new StringAsset("digitlens.models=" + LettersModel.folder().getParent() + "\n"),
            "META-INF/microprofile-config.properties");
    }

    /** Where the application answers, with a slash at the end. */
    protected URI address() {
        try {
            return deployed.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
