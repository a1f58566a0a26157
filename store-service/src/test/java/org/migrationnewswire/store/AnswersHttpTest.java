// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.migrationnewswire.broker.testing.Patience.await;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions over HTTP on items that are known, in every form, on this machine and from beyond it. */
@Tag("broker")
@QuarkusTest
@QuarkusTestResource(value = KnownWire.class, restrictToAnnotatedClass = true)
class AnswersHttpTest {
    @BeforeEach
    void ready() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        await().until(() -> open().get("/facets").jsonPath().getInt("total.value") == 5);
    }

    /** Somebody for whom a proxy speaks. */
    private static RequestSpecification open() {
        return given().header("X-Forwarded-For", "203.0.113.9").urlEncodingEnabled(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=20|g,f,d,c,b,a,e",
                "sort=oldest|e,a,b,c,d,f,g",
                "region=MT|f,d,c,a",
                "region=GB|b,e",
                "region=eu|f,d,c,a,e",
                "region=talks|",
                "membersOf=talks|f,d,c,a",
                "region=-MT|g,b,e",
                "region=MT;primary&region=GB|f,d,c,b,a,e",
                "region=MT;min=0.7|f,d,c,a",
                "region=MT;min=0.8|",
                "region.all=MT,eu|f,d,c,a",
                "region.all=MT,GB|",
                "theme=rescue|f,d,a,e",
                "theme=-rescue|g,c,b",
                "theme=rescue&region=GB|e",
                "feed=extract|g,a,e",
                "feed=extract&feed=full|g,b,a,e",
                "feed=-extract|f,d,c,b",
                "language=fr|c",
                "language=fr&kind=news|c",
                "since=2026-03-29|g,f,d,c,b",
                "since=2026-03-29&zone=Europe/Vienna|g,f,d,c,b,a",
                "since=2026-03-29&until=2026-03-30|b",
                "until=2020-01-01&region=eu|e",
                "q=boat|f,d,a,e",
                "q=boats|f,d,a,e",
                "q=boat&region=GB|e",
                "q=r%C3%A9fugi%C3%A9|c",
                "q=family|a",
                "q=title:boat|a",
                "q=text:%22boat+with%22|a",
                "q=%22boat+families%22|",
                "q=%22boat+families%22~1|a",
                "q=bo*+-unknown|d,a,e",
                "q=feed:closed+OR+language:fr|d,c",
                "q=region:GB|b,e",
                "q=published:[2026-04-01+TO+2026-04-03]|d",
            })
    void everyQuestionHasItsAnswer(String query, String ids) {
        List<String> expected = ids == null ? List.of() : List.of(ids.split(","));

        JsonPath page = given().urlEncodingEnabled(false)
                .get("/items?" + (query == null ? "" : query))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(page.getList("items.id")).isEqualTo(expected);
        assertThat(page.getInt("total.value")).isEqualTo(expected.size());
    }

    @Test
    void highlightsSayWhereTheWordsStand() {
        given().get("/items?q=family")
                .then()
                .body("items[0].highlights[0].field", equalTo("contentText"))
                .body("items[0].highlights[0].text", equalTo("families"));
        given().get("/items?limit=1").then().body("items[0].highlights", nullValue());
    }

    @Test
    void facetsLeaveTheirOwnDimensionOutAndSayWhatCouldNotBeThemed() {
        given().get("/facets?region=MT")
                .then()
                .body("total.value", equalTo(4))
                .body("facets.region.find { it.id == 'GB' }.count", equalTo(2))
                .body("facets.feed.find { it.id == 'extract' }.count", equalTo(1))
                .body("coverage.regions", equalTo(1))
                .body("coverage.'regions+themes'", equalTo(3));
    }

    @Test
    void daysAreThoseOfTheZoneAlsoWhenTheClockChanges() {
        JsonPath days = given().get("/timeline?interval=day&zone=Europe/Vienna&since=2026-03-29&until=2026-04-01")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(days.getList("buckets.start"))
                .containsExactly("2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00");
        assertThat(days.getList("buckets.count")).containsExactly(2, 1);
        given().get("/timeline?interval=month&since=2026-01-01").then().body("buckets.count", equalTo(List.of(3, 3)));
        given().get("/timeline?interval=hour").then().statusCode(400).body("parameter", equalTo("interval"));
        given().get("/timeline?interval=year").then().statusCode(400).body("parameter", equalTo("interval"));
    }

    @Test
    void whatIsSimilarSharesWords() {
        given().get("/items/d/similar").then().statusCode(200).body("items.id", hasItems("f", "a"));
        given().get("/items/d/similar?region=GB").then().body("items.id", equalTo(List.of("e")));
        given().get("/items/none/similar").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"rss,application/rss+xml", "atom,application/atom+xml"})
    void aFeedIsReadBackAsItWasMeant(String suffix, String type) throws FeedException {
        Response response = given().get("/items." + suffix + "?limit=3");
        SyndFeed feed = new SyndFeedInput().build(new StringReader(response.asString()));

        assertThat(response.contentType()).startsWith(type);
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactly("urn:newswire:item:g", "urn:newswire:item:f", "urn:newswire:item:d");
        SyndEntry closed = feed.getEntries().getLast();
        assertThat(closed.getTitle()).isEqualTo("Closed talks");
        assertThat(closed.getLink()).isEqualTo("https://closed.example/d");
        assertThat(closed.getPublishedDate()).isEqualTo("2026-04-02T10:00:00Z");
        assertThat(closed.getCategories()).extracting("name").containsExactly("Label MT", "Label rescue");
        assertThat(closed.getSource().getTitle()).isEqualTo("Feed closed");
        assertThat(feed.getEntries().getFirst().getTitle()).isEqualTo("Control <b>&");
        assertThat(response.asString()).contains("rel=\"self\"", "rel=\"next\"");
        assertThat(response.header("Link")).contains("after=", "rel=\"next\"");
    }

    @Test
    void acceptChoosesTheFormToo() {
        given().accept("application/atom+xml").get("/items").then().contentType(containsString("atom"));
        given().accept("text/html;q=0.9, application/rss+xml")
                .get("/items")
                .then()
                .contentType(containsString("rss"));
        given().get("/items.doc").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void jsonFeedAndCsvSayTheSame() {
        given().get("/items.json?limit=2")
                .then()
                .contentType("application/feed+json")
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("items.id", equalTo(List.of("urn:newswire:item:g", "urn:newswire:item:f")))
                .body("items[1].tags", hasItems("Label MT"))
                .body("next_url", notNullValue());
        String csv = given().get("/items.csv")
                .then()
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(8).first().asString().startsWith("id,date,title");
        assertThat(csv).contains("b,2026-03-29T10:00:00Z,'=2+5 visas for Britain,");
    }

    @Test
    void linesHaveAllItems() {
        String lines = given().get("/items.ndjson?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(lines.lines()).hasSize(7).allSatisfy(line -> assertThat(new JsonPath(line).getString("id"))
                .isNotEmpty());
        given().header("Accept-Encoding", "gzip").get("/items.ndjson").then().header("Content-Encoding", "gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items", "/items.rss", "/items.atom", "/items.json", "/items.csv", "/items/a", "/facets"})
    void whoHasItIsNotGivenItAgain(String path) {
        Response first = given().get(path);

        assertThat(first.header("ETag")).isNotEmpty();
        assertThat(first.header("Vary")).contains("Accept-Encoding");
        given().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(304);
        given().header("If-None-Match", "W/\"other\"").get(path).then().statusCode(200);
        if (first.header("Last-Modified") != null) {
            given().header("If-Modified-Since", first.header("Last-Modified"))
                    .get(path)
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void inTheOpenAnExtractKeepsItsEvidenceAndNoMore() {
        JsonPath item = open().get("/items/a").then().statusCode(200).extract().jsonPath();

        assertThat(item.getString("contentText")).isEqualTo(KnownWire.SECOND);
        assertThat(item.getString("summary")).hasSizeLessThanOrEqualTo(300).startsWith("Summary of a.");
        assertThat(item.getString("contentHtml")).isNull();
        int start = item.getInt("regions[0].evidence[0].start");
        int end = item.getInt("regions[0].evidence[0].end");
        assertThat(item.getString("contentText").substring(start, end)).isEqualTo("Malta");
    }

    @Test
    void inTheOpenFullIsFullAndALinkIsALink() {
        assertThat(open().get("/items/b").jsonPath().getString("contentHtml")).contains("Visa rules");
        JsonPath link = open().get("/items/c").jsonPath();
        assertThat(link.getString("title")).isEqualTo("Des réfugiés à Malte");
        assertThat(link.getString("link")).isEqualTo("https://link.example/c");
        assertThat(link.getString("summary")).isNull();
        assertThat(link.getString("contentText")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items", "/items.rss", "/items.atom", "/items.json", "/items.csv", "/items.ndjson", "/"})
    void noDoorShowsInTheOpenWhatIsNotForIt(String door) {
        String answer = open().get(door).then().statusCode(200).extract().asString();

        assertThat(answer)
                .contains("Des r")
                .doesNotContain("Closed talks", "in secret", "Feed unknown", "Words nobody needs", "Un bateau");
        assertThat(given().get("/items").asString()).contains("Closed talks", "Words nobody needs");
    }

    @Test
    void whatIsNotForTheOpenIsNeitherFoundNorCounted() {
        open().get("/items/d").then().statusCode(404);
        open().get("/items?q=secret").then().body("total.value", equalTo(0));
        open().get("/facets").then().body("facets.feed.id", equalTo(List.of("extract", "full", "link")));
        open().get("/timeline?interval=month&since=2026-04-01").then().body("buckets.count", equalTo(List.of(1)));
    }

    @Test
    void aForeignPageReadsInTheOpen() {
        given().header("Origin", "https://elsewhere.example")
                .get("/items/a")
                .then()
                .header("Access-Control-Allow-Origin", "*")
                .body("contentText", equalTo(KnownWire.SECOND));
        given().header("Origin", "https://elsewhere.example")
                .delete("/items/a?reason=x")
                .then()
                .statusCode(403);
    }

    @Test
    void whoTakesGzipGetsItAndMetricsStayPlain() {
        given().header("Accept-Encoding", "gzip").get("/items").then().header("Content-Encoding", "gzip");
        given().header("Accept-Encoding", "gzip;q=0").get("/items").then().header("Content-Encoding", nullValue());
        given().header("Accept-Encoding", "gzip").get("/q/metrics").then().header("Content-Encoding", nullValue());
    }
}
