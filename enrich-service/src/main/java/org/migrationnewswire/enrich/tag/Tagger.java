// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.tag;

import java.util.List;
import org.migrationnewswire.contracts.Item;
import org.migrationnewswire.contracts.Tag;
import org.migrationnewswire.contracts.Tags;
import org.migrationnewswire.contracts.Taxonomy;
import org.migrationnewswire.enrich.text.Words;

/** Tags texts by one taxonomy. Thread-safe; the same tags for the same text, always. */
public final class Tagger {
    private final Tags.TaxonomyReference reference;
    private final RegionTagger regions;
    private final ThemeTagger themes;
    private final KindTagger kinds;
    private final RollUp rollUp;

    /** A tagger by that taxonomy. */
    public Tagger(Taxonomy taxonomy) {
        this.reference = new Tags.TaxonomyReference(taxonomy.version(), taxonomy.digest());
        this.regions = new RegionTagger(taxonomy);
        this.themes = new ThemeTagger(taxonomy);
        this.kinds = new KindTagger(taxonomy);
        this.rollUp = new RollUp(taxonomy);
    }

    /** The version of the taxonomy. */
    public String version() {
        return reference.version();
    }

    /** What the text speaks of. */
    public Tags tag(TagInput input) {
        List<FieldWords> fields = input.fields().stream()
                .map(field -> new FieldWords(field.name(), Words.of(field.text())))
                .toList();
        Language language = Language.of(input.declaredLanguage(), fields, input.fields());
        List<Tag> regionTags = regions.tag(fields, language.tag());
        return new Tags(
                language.tag(),
                language.confidence(),
                kinds.kind(input),
                regionTags,
                rollUp.of(regionTags.stream().map(Tag::id).toList(), input.date()),
                themes.tag(fields, language.tag()),
                themes.covers(language.tag()) ? Tags.Coverage.REGIONS_AND_THEMES : Tags.Coverage.REGIONS,
                StoryKey.of(input.title(), input.canonicalLink()),
                reference);
    }

    /** The tags of an item; none when it has been withdrawn. */
    public Tags tag(Item item) {
        if (item.withdrawnAt() != null) {
            return new Tags(
                    Language.UNKNOWN,
                    0,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    Tags.Coverage.REGIONS,
                    StoryKey.of("", item.id()),
                    reference);
        }
        return tag(TagInput.of(item));
    }
}
