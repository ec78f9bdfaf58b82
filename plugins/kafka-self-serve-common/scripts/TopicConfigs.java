// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import java.util.Base64;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.server.config.ServerTopicConfigSynonyms;
import org.apache.kafka.storage.internals.log.LogConfig;

/** Prints what the broker checks topic configs against: one config a line, its fields in base64. */
public class TopicConfigs {
  public static void main(String[] arguments) {
    var names = LogConfig.nonInternalConfigNames();
    for (var key : new TreeMap<>(LogConfig.configKeys()).values()) {
      if (!names.contains(key.name)) continue;
      print(
          key.name,
          key.type.name(),
          ConfigDef.convertToString(key.defaultValue, key.type),
          key.validator == null ? "" : key.validator.getClass().getSimpleName(),
          key.validator == null ? "" : key.validator.toString(),
          ServerTopicConfigSynonyms.TOPIC_CONFIG_SYNONYMS.getOrDefault(key.name, ""),
          key.documentation);
    }
  }

  private static void print(String... fields) {
    var line = new StringBuilder();
    for (var field : fields) {
      if (line.length() > 0) line.append(' ');
      line.append('=').append(Base64.getEncoder().encodeToString(field.getBytes()));
    }
    System.out.println(line);
  }
}
