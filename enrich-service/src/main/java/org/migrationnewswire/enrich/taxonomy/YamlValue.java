// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.taxonomy;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value of a YAML file that knows its line. Every scalar is text as it is written: {@code NO} is Norway. */
final class YamlValue {
    private final String file;
    private final Node node;

    private YamlValue(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    static YamlValue read(String file, Reader reader) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw new TaxonomyException(file + ": the file is empty");
            }
            return new YamlValue(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new TaxonomyException(file + ":" + line + ": " + e.getProblem());
        }
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw error("a text is wanted here");
    }

    double number(double least, double most) {
        try {
            double value = Double.parseDouble(text());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below with the bounds
        }
        throw error("a number from " + least + " to " + most + " is wanted here");
    }

    List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(n -> new YamlValue(file, n)).toList();
        }
        throw error("a list is wanted here");
    }

    List<String> texts() {
        return list().stream().map(YamlValue::text).toList();
    }

    /** The fields of a mapping; one that is not allowed is a mistake. */
    Map<String, YamlValue> fields(Set<String> allowed) {
        Map<String, YamlValue> fields = map();
        fields.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                throw value.error("there is no field '" + name + "' here, only " + String.join(", ", allowed));
            }
        });
        return fields;
    }

    Map<String, YamlValue> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("a mapping is wanted here");
        }
        Map<String, YamlValue> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = new YamlValue(file, tuple.getKeyNode()).text();
            if (fields.put(name, new YamlValue(file, tuple.getValueNode())) != null) {
                throw new YamlValue(file, tuple.getKeyNode()).error("'" + name + "' stands twice");
            }
        }
        return fields;
    }

    /** A field that must be there. */
    YamlValue required(Map<String, YamlValue> fields, String name) {
        YamlValue value = fields.get(name);
        if (value == null) {
            throw error("the field '" + name + "' is missing");
        }
        return value;
    }

    static List<String> texts(@Nullable YamlValue value) {
        return value == null ? List.of() : value.texts();
    }

    TaxonomyException error(String what) {
        return new TaxonomyException(file + ":" + (node.getStartMark().getLine() + 1) + ": " + what);
    }
}
