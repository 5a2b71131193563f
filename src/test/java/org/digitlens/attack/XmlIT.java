package org.digitlens.attack;

import static org.digitlens.attack.Bytes.ascii;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** XML inside pictures that asks whoever reads it to fetch, to open or to repeat something. A listener hears whether anybody does. */
class XmlIT extends AttackTest {

    private static final String SECRET = "root:x:0:0";

    private ServerSocket listener;
    private final AtomicInteger fetched = new AtomicInteger();

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> {
            while (!listener.isClosed()) {
                try (Socket caller = listener.accept()) {
                    fetched.incrementAndGet();
                } catch (IOException e) { // closed at the end of the test
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void nobodyCame() throws IOException {
        listener.close();
        assertEquals(0, fetched.get(), "connections that the server made");
    }

    @Test
    void xmpInATiff() {
        for (String xml : new String[] {entities(), laughs(), include()}) {
            unharmed(post(READINGS, "image/tiff", Tiffs.of(64, 64, 8, 1, new byte[64 * 64]).bytes(Tiffs.XMP, ascii(xml)).file(false)));
        }
    }

    @Test
    void xmpInAPng() {
        for (String xml : new String[] {entities(), laughs(), include()}) {
            byte[] text = ascii("XML:com.adobe.xmp\0\0\0\0\0" + xml);
            unharmed(post(READINGS, "image/png", Pngs.with(SEVEN, "iTXt", text)).isReading().says("\"7\""));
        }
    }

    @Test
    void xmpInAJpeg() {
        for (String xml : new String[] {entities(), laughs(), include()}) {
            byte[] packet = ascii("http://ns.adobe.com/xap/1.0/\0" + xml);
            byte[] segment = new Bytes().bytes((byte) 0xff, (byte) 0xe1, (byte) (packet.length + 2 >> 8), (byte) (packet.length + 2)).bytes(packet).toArray();
            unharmed(post(READINGS, "image/jpeg", Bytes.join(ascii("\u00ff\u00d8"), segment, ascii("\u00ff\u00d9"))));
        }
    }

    @Test
    void xmpInAGif() {
        byte[] xml = ascii(entities());
        unharmed(post(READINGS, "image/gif", Bytes.join(ascii("GIF89a\1\0\1\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff!\u00ff\u000bXMP DataXMP"), xml, new byte[258],
            ascii(",\0\0\0\0\1\0\1\0\0\2\2D\1\0;"))));
    }

    @Test
    void svg() {
        String svg = "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a SYSTEM \"" + url() + "\">]><svg xmlns=\"http://www.w3.org/2000/svg\" "
            + "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image xlink:href=\"" + url() + "\"/><text>&a;</text></svg>";
        for (String mediaType : new String[] {"image/svg+xml", "image/png", "application/octet-stream", "application/xml"}) {
            unharmed(post(READINGS, mediaType, ascii(svg)).isProblem(415));
        }
    }

    @Test
    void xmlInAPdf() {
        String xmp = entities();
        String xfa = "<!DOCTYPE x [<!ENTITY a SYSTEM \"" + url() + "\">]><xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\">&a;</xdp:xdp>";
        byte[] pdf = new Pdfs().object("<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R/AcroForm<</XFA 5 0 R>>/OpenAction<</S/URI/URI(" + url() + ")>>>>")
            .object("<</Type/Pages/Kids[3 0 R]/Count 1>>").object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<>>>>")
            .stream("/Type/Metadata/Subtype/XML", ascii(xmp)).stream("", ascii(xfa)).file();
        unharmed(post(READINGS, "application/pdf", pdf));
    }

    @Test
    void pdfThatPointsElsewhere() {
        byte[] pdf = new Pdfs().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>")
            .stream("/Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/F(" + url() + ")/FFilter/FlateDecode", new byte[0])
            .stream("/F<</FS/URL/F(" + url() + ")>>", new byte[0]).file();
        unharmed(post(READINGS, "application/pdf", pdf));
    }

    /** An answer in order, and none of the files that it was asked for. */
    private static void unharmed(Answer answer) {
        if (answer.status() != 200) {
            answer.isProblem(415, 422, 413);
        }
        assertFalse(answer.response().body().contains(SECRET));
        answer.within(PROMPT_MILLIS);
    }

    private String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/fetched";
    }

    private String entities() {
        return "<?xml version=\"1.0\"?><!DOCTYPE x:xmpmeta [<!ENTITY % p SYSTEM \"" + url() + "\"> %p; <!ENTITY a SYSTEM \"" + url()
            + "\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
            + "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description xmlns:tiff=\"http://ns.adobe.com/tiff/1.0/\">"
            + "<tiff:Orientation>&a;&b;6</tiff:Orientation></rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    private static String laughs() {
        var xml = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            xml.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return xml + "]><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">&l11;</x:xmpmeta>";
    }

    private String include() {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\" xmlns:xi=\"http://www.w3.org/2001/XInclude\" xsi:schemaLocation=\"a " + url()
            + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><xi:include href=\"" + url() + "\"/></x:xmpmeta>";
    }
}
