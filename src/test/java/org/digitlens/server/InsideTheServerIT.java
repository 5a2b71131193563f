package org.digitlens.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;

import jakarta.annotation.Resource;

import javax.sql.DataSource;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an application finds inside the configured server. */
@ExtendWith(ArquillianExtension.class)
class InsideTheServerIT {

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;

    @Deployment
    static WebArchive application() {
        return Deployments.war(InsideTheServerIT.class);
    }

    @Test
    void defaultDataSourceIsAnH2File() throws SQLException {
        try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
            assertTrue(connection.getMetaData().getURL().startsWith("jdbc:h2:file:"), connection.getMetaData().getURL());
            assertFalse(statement.execute("create table if not exists configured (name varchar(40))"));
        }
    }
}
