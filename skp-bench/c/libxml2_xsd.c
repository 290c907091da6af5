/* libxml2: a tree of the message, and a compiled XML Schema over it.
 * libxml2_xsd FILE ITERATIONS SCHEMA prints nanoseconds of CPU time and the elements of one message. */
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static unsigned long count(xmlNodePtr node) {
    unsigned long elements = 0;
    for (; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE) elements += 1 + count(node->children);
    return elements;
}

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    FILE *file = fopen(argv[1], "rb");
    if (!file) return fprintf(stderr, "cannot open the file\n"), 1;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *bytes = malloc((size_t)size);
    if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) return 1;
    fclose(file);

    xmlSchemaParserCtxtPtr reader = xmlSchemaNewParserCtxt(argv[3]);
    xmlSchemaPtr schema = reader ? xmlSchemaParse(reader) : NULL;
    if (!schema) return fprintf(stderr, "the schema cannot be read\n"), 1;

    unsigned long iterations = strtoul(argv[2], NULL, 10), elements = 0;
    long long before = now();
    for (unsigned long i = 0; i < iterations; i++) {
        xmlDocPtr document = xmlReadMemory(bytes, (int)size, NULL, NULL, XML_PARSE_NONET);
        if (!document) return fprintf(stderr, "the message is not well-formed\n"), 1;
        xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema);
        if (xmlSchemaValidateDoc(validator, document) != 0)
            return fprintf(stderr, "the message does not obey the schema\n"), 1;
        xmlSchemaFreeValidCtxt(validator);
        if (i + 1 == iterations) {
            long long pause = now();
            elements = count(xmlDocGetRootElement(document));
            before += now() - pause;
        }
        xmlFreeDoc(document);
    }
    printf("%lld %lu\n", now() - before, elements);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(reader);
    free(bytes);
    return 0;
}
