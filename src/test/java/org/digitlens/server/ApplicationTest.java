package org.digitlens.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that uses the deployed application from outside, as a client does; it runs in the tests' own JVM.
 * Tests that want to be inside the server declare a deployment of their own, see {@link InsideTheServerIT}.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class ApplicationTest {

    @ArquillianResource
    private URL deployed;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war();
    }

    /** Where the application answers, with a slash at the end: {@code http://127.0.0.1:18080/}. */
    protected URI address() {
        try {
            return deployed.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
